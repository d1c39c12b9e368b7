// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PermissionException;

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
                "portio: there is no TCP connection 127.0.0.1:50000 -> 127.0.0.1:8080",
                result.err().strip());
    }

    @Test
    void saysWhatItNeeds() {
        cli.source.fail(new PermissionException("needs privileges: run it with sudo", null));

        assertEquals(3, cli.run("close", LOCAL, REMOTE, "--yes").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost:80", "::1:80", "127.0.0.1:0", "127.0.0.1:70000", "[127.0.0.1:80", ""})
    void doesNothingWhereAnEndIsNone(String end) {
        Cli.Result result = cli.run("close", end, REMOTE, "--yes");

        assertEquals(2, result.code(), result.err());
        assertTrue(cli.source.closed().isEmpty());
    }
}
