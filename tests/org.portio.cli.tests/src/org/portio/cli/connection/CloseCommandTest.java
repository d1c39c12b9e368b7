// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ControlGroup;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Unseen;
import org.portio.core.address.Endpoint;

class CloseCommandTest {

    private static final String LOCAL = "127.0.0.1:8080";
    private static final String REMOTE = "127.0.0.1:50000";

    private final Cli cli = new Cli();

    @Test
    void closesTheConnectionWithTheseEnds() {
        Cli.Result result = cli.run("close", LOCAL, REMOTE, "--yes");

        assertEquals(0, result.code());
        assertEquals("Closed 127.0.0.1:8080 -> 127.0.0.1:50000." + System.lineSeparator(), result.out());
        assertEquals(Set.of(Samples.GUEST), cli.source.closed());
    }

    @Test
    void asksFirst() {
        cli.answer = "no";
        Cli.Result result = cli.run("close", LOCAL, REMOTE);

        assertEquals(4, result.code());
        assertTrue(result.err().contains("closes 127.0.0.1:8080 -> 127.0.0.1:50000"), result.err());
        assertTrue(cli.source.closed().isEmpty());
    }

    @Test
    void needsYesWithoutATerminal() {
        assertEquals(2, cli.run("close", LOCAL, REMOTE).code());
        assertTrue(cli.source.closed().isEmpty());
    }

    @Test
    void saysThatThereIsNoSuchConnection() {
        Cli.Result result = cli.run("close", REMOTE, LOCAL, "--yes");

        assertEquals(1, result.code());
        assertEquals(
                "portio: no such TCP connection: 127.0.0.1:50000 -> 127.0.0.1:8080",
                result.err().strip());
    }

    private static Connection at(String netInterface, String namespace) {
        Connection one = Samples.GUEST;
        return one.with()
                .local(Endpoint.of("10.0.0.1%" + netInterface, 8080))
                .remote(Endpoint.of("10.0.0.2", 50000))
                .queues(null)
                .inode(1)
                .group(ControlGroup.NONE)
                .namespace(namespace)
                .platformKey(netInterface.hashCode() + namespace.hashCode())
                .build();
    }

    @Test
    void localhostIsTheLoopbackAddressOfEitherFamily() {
        assertEquals(
                0,
                cli.run("close", "localhost:8080", "LOCALHOST:50000", "--yes").code());
        assertEquals(1, cli.source.closed().size());
    }

    @Test
    void closesOneOrNoneWhereSeveralInterfacesHaveTheSameEnds() {
        cli.source.show(at("eth0", ""), at("eth1", ""));
        Cli.Result unsaid = cli.run("close", "10.0.0.1:8080", "10.0.0.2:50000", "--yes");

        assertEquals(4, unsaid.code());
        assertTrue(unsaid.err().contains("this one matches: 10.0.0.1%eth0:8080 -> 10.0.0.2:50000"), unsaid.err());
        assertTrue(unsaid.err().contains("this one matches: 10.0.0.1%eth1:8080 -> 10.0.0.2:50000"), unsaid.err());
        assertTrue(cli.source.closed().isEmpty());

        assertEquals(
                0,
                cli.run("close", "10.0.0.1%eth1:8080", "10.0.0.2:50000", "--yes")
                        .code());
        assertEquals(Set.of(at("eth1", "")), cli.source.closed());
    }

    @Test
    void closesOneOrNoneWhereSeveralNamespacesHaveTheSameEnds() {
        cli.source.showAllNamespaces(new Unseen("namespaces", 0, ""), at("eth0", "blue"), at("eth0", "red"));
        String[] both = {"close", "10.0.0.1:8080", "10.0.0.2:50000", "--yes", "--all-namespaces"};
        Cli.Result unsaid = cli.run(both);

        assertEquals(4, unsaid.code());
        assertTrue(unsaid.err().contains("in the network namespace blue"), unsaid.err());
        assertTrue(cli.source.closed().isEmpty());

        both[4] = "--namespace=red";
        assertEquals(0, cli.run(both).code());
        assertEquals(Set.of(at("eth0", "red")), cli.source.closed());

        both[4] = "--namespace=green";
        assertEquals(2, cli.run(both).code());
    }

    @Test
    void saysWhatItNeeds() {
        cli.source.fail(new ConnectionException(Failure.of(Kind.PERMISSION, "needs privileges", "run it with sudo")));

        assertEquals(3, cli.run("close", LOCAL, REMOTE, "--yes").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "localhost:0",
                "::1:80",
                "127.0.0.1:0",
                "127.0.0.1:70000",
                "[127.0.0.1:80",
                ""
            })
    void doesNothingWhereAnEndIsNone(String end) {
        Cli.Result result = cli.run("close", end, REMOTE, "--yes");

        assertEquals(2, result.code(), result.err());
        assertTrue(cli.source.closed().isEmpty());
    }
}
