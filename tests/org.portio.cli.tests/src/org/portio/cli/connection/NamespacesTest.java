// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Unseen;

/** {@code portio list --all-namespaces}, on a machine with a container and a named namespace. */
class NamespacesTest {

    private final Cli cli = new Cli(Samples.machine());

    @BeforeEach
    void showThemAll() {
        cli.source.showAllNamespaces(
                new Unseen("processes whose network namespace is hidden", 2, "run with more privileges"),
                Samples.WEB,
                Samples.CONTAINED,
                Samples.BLUE);
    }

    @Test
    void showsTheNamespaceInAColumnAndWhatIsHiddenOnStderr() {
        Cli.Result result = cli.run("list", "--all-namespaces");
        assertEquals(
                List.of(
                        "Proto  Local Address   Foreign Address  State   PID    Process  Namespace",
                        "tcp    0.0.0.0:80      *                LISTEN  130    nginx    net:[4026532177]",
                        "tcp    127.0.0.1:8080  *                LISTEN  42,43  java     (own)",
                        "tcp    0.0.0.0:8081    *                LISTEN  8131   nginx    blue"),
                result.lines());
        assertEquals(
                "portio: processes whose network namespace is hidden: 2 (run with more privileges)\n", result.err());
    }

    @Test
    void combinesWithFiltersOrderAndFormats() {
        assertEquals(
                List.of("8081", "80"),
                cli
                        .run("list", "--all-namespaces", "--process", "nginx", "--sort", "namespace", "--jsonl")
                        .lines()
                        .stream()
                        .map(line -> JsonParser.parseString(line)
                                .getAsJsonObject()
                                .get("localPort")
                                .toString())
                        .toList());
        assertTrue(cli.run("list", "--all-namespaces", "--csv", "--port", "8081")
                .out()
                .contains(",false,,blue,,known"));
    }

    @Test
    void choosesOneNamespace() {
        assertEquals(2, cli.run("list", "--namespace", "blue").lines().size());
        assertEquals(2, cli.run("list", "--namespace", "(own)").lines().size());
        assertEquals(1, cli.run("list", "--namespace", "empty").code());
        Cli.Result unknown = cli.run("list", "--namespace", "red");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("unknown network namespace 'red'"), unknown.err());
    }

    @Test
    void looksNowhereElseUnlessTold() {
        assertTrue(cli.run("list", "--port", "8081").lines().size() == 1);
    }

    @Test
    void endsWithTheCodeForPermissionWhereItTakesPrivileges() {
        cli.source.fail(new ConnectionException(Failure.of(Kind.PERMISSION, "run it with sudo")));
        Cli.Result result = cli.run("list", "--all-namespaces");
        assertEquals(3, result.code());
        assertEquals("portio: run it with sudo\n", result.err());
        assertEquals("", result.out());
    }

    @Test
    void saysThatASourceSeesNoOthers() {
        Cli.Result result = new Cli(Samples.machine()).run("list", "--all-namespaces");
        assertEquals(4, result.code());
        assertEquals("portio: the source 'fake' does not see other network namespaces\n", result.err());
    }
}
