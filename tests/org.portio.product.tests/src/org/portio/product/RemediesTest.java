// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs literally what {@code portio why} says to try, in the situation that it says so in: then the port can be
 * bound.
 */
class RemediesTest {

    private static final int PORT = 7033;

    private static final String LISTENER = """
            use Socket; use IO::Socket::INET;
            my $server = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 7033, Listen => 5, ReuseAddr => 1)
                or die $!;
            sub client { IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => 7033) or die $! }
            sub ready { syswrite STDOUT, "ready\\n"; sleep 600 while 1 }
            """;

    /** Programs that leave a port taken; each reports when it is ready. */
    private enum Situation {
        LISTENS(LISTENER + "ready();"),
        WORKERS_SHARE_THE_LISTENER(LISTENER + "for (1..2) { if (!fork) { sleep 600 while 1 } } ready();"),
        STOPPED(LISTENER + """
                my $pid = fork;
                if (!$pid) { kill 'STOP', $$; sleep 600 }
                waitpid $pid, 2; close $server; ready();
                """),
        BOUND_WITHOUT_LISTENING("use Socket; socket(my $s, AF_INET, SOCK_STREAM, 0); bind($s, pack_sockaddr_in(7033,"
                + " inet_aton('127.0.0.1'))) or die $!; syswrite STDOUT, \"ready\\n\"; sleep 600 while 1;"),
        CONNECTION_IS_LEFT(LISTENER + "my $c = client(); my $a = $server->accept; close $server; ready();"),
        CLOSE_WAIT(LISTENER + "my $c = client(); my $a = $server->accept; close $c; close $server; sleep 1; ready();"),
        FIN_WAIT_OF_A_PEER_THAT_READS_NOTHING(LISTENER + """
                my $c = client();
                if (!fork) { close $c; my $a = $server->accept; $a->blocking(0); 1 while syswrite $a, 'x' x 65536; exit }
                close $server; wait; ready();
                """),
        UDP("use Socket; socket(my $s, AF_INET, SOCK_DGRAM, 0); bind($s, pack_sockaddr_in(7033, INADDR_ANY)) or die $!;"
                + " syswrite STDOUT, \"ready\\n\"; sleep 600 while 1;");

        private final String program;

        Situation(String program) {
            this.program = program;
        }
    }

    private final String namespace =
            "portio-remedies-" + ProcessHandle.current().pid();
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void makeAMachine() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "skipped: there is no perl");
        Product.Result made = Product.run(Map.of(), List.of("ip", "netns", "add", namespace));
        assumeTrue(
                made.exitCode() == 0, () -> "skipped: no network namespaces, for which root is needed: " + made.err());
        Product.run(Map.of(), List.of("ip", "-n", namespace, "link", "set", "lo", "up"));
    }

    @AfterEach
    void removeIt() throws Exception {
        for (Process process : started) {
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly().waitFor();
            all.forEach(ProcessHandle::destroyForcibly);
        }
        Product.run(Map.of(), List.of("ip", "netns", "del", namespace));
    }

    private List<String> there(String... command) {
        return Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(command))
                .toList();
    }

    private void start(String program) throws IOException {
        Process process = new ProcessBuilder(there("perl", "-e", program))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        assertEquals("ready", process.inputReader().readLine());
    }

    private Product.Result why(String protocol) throws Exception {
        return Product.run(
                Map.of(), there(Product.home().resolve("portio").toString(), "why", String.valueOf(PORT), protocol));
    }

    private static List<String> remedies(Product.Result why) {
        List<String> lines = why.out().lines().toList();
        return IntStream.range(2, lines.size())
                .filter(i -> lines.get(i - 2).startsWith("[x]"))
                .mapToObj(lines::get)
                .map(String::strip)
                .filter(line -> line.startsWith("try:"))
                .map(line -> line.substring("try:".length()).strip())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOfferedHelps(Situation situation) throws Exception {
        String protocol = situation == Situation.UDP ? "UDP" : "TCP";
        start(situation.program);
        Product.Result before = why(protocol);
        assertEquals(0, before.exitCode(), before.toString());
        List<String> remedies = remedies(before);
        assertFalse(remedies.isEmpty(), before.out());

        for (String remedy : remedies) {
            // A script cannot answer questions; apart from that, the command is run as it is written.
            String yes = remedy.contains(" wait ") ? "" : " --yes";
            Product.Result done = Product.run(
                    Map.of("PATH", Product.home() + ":/usr/sbin:/usr/bin:/sbin:/bin"), there("sh", "-c", remedy + yes));
            assertEquals(0, done.exitCode(), remedy + ": " + done);
        }
        Product.Result after = why(protocol);
        // Sockets that ended processes leave behind are waited for, as it says then.
        boolean free = after.exitCode() == 1
                || remedies(after).stream().allMatch(remedy -> remedy.startsWith("portio wait --free"));
        assertTrue(free, before.out() + "\nthen\n" + after.out());
    }

    /** Listens at an address and, if one is named, at a network interface only. */
    private static String listener(String address, String netInterface) {
        return "use Socket; socket(my $s, AF_INET, SOCK_STREAM, 0);"
                + (netInterface.isEmpty() ? "" : "setsockopt($s, SOL_SOCKET, 25, '" + netInterface + "') or die $!;")
                + "bind($s, pack_sockaddr_in(7033, inet_aton('" + address + "'))) or die $!; listen($s, 5) or die $!;"
                + "syswrite STDOUT, \"ready\\n\"; sleep 600 while 1;";
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,'',127.0.0.2,''", "0.0.0.0,lo,0.0.0.0,portio0"})
    void whatIsOfferedForOneHolderLeavesTheOther(String address, String device, String other, String otherDevice)
            throws Exception {
        Product.run(
                Map.of(), List.of("ip", "-n", namespace, "link", "add", "portio0", "type", "veth", "peer", "portio1"));
        start(listener(address, device));
        start(listener(other, otherDevice));

        List<String> remedies = remedies(why("TCP"));

        assertEquals(2, remedies.size(), remedies.toString());
        for (int i = 0; i < 2; i++) {
            String yes = remedies.get(i) + " --yes";
            Product.Result done = Product.run(
                    Map.of("PATH", Product.home() + ":/usr/sbin:/usr/bin:/sbin:/bin"), there("sh", "-c", yes));
            assertEquals(0, done.exitCode(), yes + ": " + done);
            assertEquals(1 - i, started.stream().filter(Process::isAlive).count(), yes + ": " + done);
        }
    }
}
