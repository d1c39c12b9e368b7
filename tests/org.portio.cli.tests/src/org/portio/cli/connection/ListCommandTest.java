// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.KernelUse;
import org.portio.testing.FakeSource;

class ListCommandTest {

    private static final String HEADER = "Proto  Local Address  Foreign Address  State  PID  Process";

    private final Cli cli = new Cli(Samples.machine());

    @Test
    void printsATableOrderedByProtocolAndPort() {
        Cli.Result result = cli.run("list");
        assertEquals(
                List.of(
                        "Proto  Local Address      Foreign Address  State        PID    Process",
                        "tcp    127.0.0.1:8080     127.0.0.1:50000  ESTABLISHED  42     java",
                        "tcp    127.0.0.1:8080     *                LISTEN       42,43  java",
                        "tcp    127.0.0.1:9090     127.0.0.1:50001  TIME-WAIT    -      -",
                        "tcp6   [::]:22/ssh        *                LISTEN       ?      ?",
                        "udp    0.0.0.0:53/domain  *                unconnected  7      Unbound",
                        "udp6   [::1]:50002        [::1]:53/domain  connected    100    dig"),
                result.lines());
        assertEquals(0, result.code());
    }

    @Test
    void choosesByAFilterInWordsAsTheWindowDoes() {
        assertEquals(
                List.of("tcp  127.0.0.1:8080  *  LISTEN  42,43  java"),
                cli.run("list", "--no-header", "port:8000-8100", "process:java", "state:listen")
                        .lines());
        assertEquals(
                List.of("udp  0.0.0.0:53/domain  *  unconnected  7  Unbound"),
                cli.run("list", "--no-header", "!loopback udp").lines());
        assertEquals(
                2, cli.run("list", "--no-header", "ssh or process:dig").lines().size());
        assertEquals(1, cli.run("list", "--tcp", "dig").code());

        Cli.Result wrong = cli.run("list", "java", "port:8100-8000");
        assertEquals(2, wrong.code());
        assertEquals(
                "portio: cannot filter by 'port:8100-8000': in \"8100-8000\" the lower number must come first.\n"
                        + "Try 'portio list --help'.\n",
                wrong.err());
    }

    @Test
    void saysThatTheKernelItselfHasASocket() {
        Cli kernel = new Cli(new FakeSource(Samples.ofKernel(4789)));

        assertEquals(
                "udp    0.0.0.0:4789   *                unconnected  -    (kernel)",
                kernel.run("list").lines().get(1));
        assertTrue(kernel.run("list", "--details").out().contains("owner: the kernel itself"));
        assertEquals("", kernel.run("list").err());
        kernel.source.show(Samples.ofKernel(4789)
                .with()
                .kernelUse(new KernelUse("vxlan", "vx0", false))
                .build());
        assertTrue(kernel.run("list").lines().get(1).endsWith("(kernel: vxlan vx0)"));
        assertTrue(kernel.run("kill", "--port", "4789", "--yes")
                .err()
                .endsWith("the kernel itself holds port 4789, for vxlan vx0; no process holds it; to see more:"
                        + " ip -d link show type vxlan\n"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere nothing tells who the users are")
    void takesAUserWhomNobodyKnowsForAMistake() {
        Cli.Result result = cli.run("list", "--user", "nobody-of-this-name");

        assertEquals(2, result.code());
        assertEquals(
                "portio: unknown user 'nobody-of-this-name'; /etc/passwd does not list it: give the"
                        + " user's number\n",
                result.err());
        assertEquals(1, cli.run("list", "--user", "4294967294").code());
        assertEquals(0, cli.run("list", "--user", "ann").code());
    }

    @Test
    void saysOnStderrThatOwnersAreHidden() {
        assertEquals(
                "portio: owners of 1 socket hidden: run with privileges",
                cli.run("list").err().strip());
        assertEquals("", cli.run("list", "--port", "8080").err());
        assertEquals("", cli.run("list", "--json").err());
    }

    @Test
    void saysThatOwnersAreHiddenWhereOneAsksForOwners() {
        assertFalse(cli.run("list", "--process", "sshd").err().isEmpty());
    }

    @Test
    void printsOnlyTheHeaderWhereNothingIsFound() {
        Cli.Result result = cli.run("list", "--port", "1");
        assertEquals(List.of(HEADER), result.lines());
        assertEquals("", result.err());
        assertEquals(1, result.code());
    }

    @Test
    void printsAnEmptyDocumentWhereNothingIsFound() {
        Cli.Result result = cli.run("list", "--port", "1", "--json");
        JsonObject document = JsonParser.parseString(result.out()).getAsJsonObject();
        assertEquals(0, document.getAsJsonArray("connections").size());
        assertEquals(1, result.code());
    }

    @Test
    void leavesOutTheHeaderWhenTold() {
        assertEquals("", cli.run("list", "--no-header", "--port", "1").out());
        assertEquals("", cli.run("list", "--no-header", "--csv", "--port", "1").out());
        assertTrue(cli.run("list", "--csv", "--port", "1").out().startsWith("protocol,family,"));
    }

    @Test
    void showsNumbersOnlyWhenTold() {
        assertTrue(cli.run("list", "--numeric").out().contains("[::]:22 "));
        assertTrue(cli.run("list").out().contains("[::]:22/ssh "));
    }

    @Test
    void writesJsonWithNumbersForTheChosenSockets() {
        String out = cli.run("list", "--json", "--tcp", "--listening", "-4").out();
        JsonObject document = JsonParser.parseString(out).getAsJsonObject();
        assertEquals(1, document.get("schema").getAsInt());
        JsonObject socket = document.getAsJsonArray("connections").get(0).getAsJsonObject();
        assertEquals("8080", socket.get("localPort").toString());
        assertEquals("[42,43]", socket.get("pids").toString());
    }

    @Test
    void writesALineOfJsonForEachSocket() {
        List<String> lines = cli.run("list", "--jsonl").lines();
        assertEquals(6, lines.size());
        lines.forEach(line -> assertTrue(JsonParser.parseString(line).isJsonObject(), line));
    }

    @Test
    void writesCsvWithLineEndsOfRfc4180() {
        String out = cli.run("list", "--csv", "--udp", "-4").out();
        assertEquals(2, out.split("\r\n").length);
        assertTrue(out.contains("\r\nudp,ipv4,0.0.0.0,53,,,,7,7,Unbound,root,0,"), out);
    }

    @Test
    void usesColoursOnlyOnATerminalAndNeverInData() {
        assertFalse(cli.run("list").out().contains("\u001b"));
        cli.colours = true;
        assertTrue(cli.run("list").out().contains("\u001b[32mLISTEN\u001b[0m"));
        assertFalse(cli.run("list", "--json").out().contains("\u001b"));
        assertFalse(cli.run("list", "--csv").out().contains("\u001b"));
    }

    @Test
    void alignsColumnsWithColoursAsWithout() {
        String plain = cli.run("list").out();
        cli.colours = true;
        assertEquals(plain, cli.run("list").out().replaceAll("\u001b\\[\\d+m", ""));
    }

    @Test
    void doesNotLetANameRuleTheTerminal() {
        Cli evil = new Cli(new FakeSource(listener("127.0.0.1", 1, process(1, "a\u001b[2J\nb"))));
        assertTrue(evil.run("list", "--no-header").out().contains("1  a?[2J?b"));
    }
}
