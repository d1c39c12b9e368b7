// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.testing.Lab;
import org.portio.testing.ScratchActions;

/** Other processes with sockets; all are ended with it. */
final class Programs implements AutoCloseable {

    /** Listens on the address and port, reports that, and stays until it is ended. */
    static final String LISTEN = listening("");

    private static final String PERL = "/usr/bin/perl";

    private final List<Process> started = new ArrayList<>();

    /** Listens, and then also does this. */
    static String listening(String then) {
        return """
                use Socket; use IO::Socket::INET;
                my $server = IO::Socket::INET->new(LocalAddr => $ARGV[0], LocalPort => $ARGV[1], Listen => 5,
                    ReuseAddr => 1, ReusePort => $ARGV[2] // 0) or die $!;
                """ + then + """

                syswrite STDOUT, "ready\\n";
                sleep 600 while 1;
                """;
    }

    static void assumePerl() {
        Lab.assumeProgram("perl", "perl-base");
    }

    /** Skips the test unless this is root, and the user nobody can start Java and read these classes. */
    static void assumeNobody() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may become another user");
        Lab.assumeProgram("setpriv", "util-linux");
        assumeTrue(
                "hello".equals(asNobody("hello").strip()),
                "the user nobody cannot start Java here, or not read the classes of this test");
    }

    /** Returns what {@link Errand} prints when the user nobody runs it. */
    static String asNobody(String... arguments) throws Exception {
        return output(Stream.concat(
                        Stream.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"),
                        java(Errand.class, arguments).stream())
                .toList());
    }

    /** Returns everything that a command writes until it ends. */
    static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running: " + command);
        return text;
    }

    /** Returns what a perl program writes until it ends. */
    static String perlOutput(String program, String... arguments) throws Exception {
        return output(Stream.concat(Stream.of(PERL, "-e", program), Arrays.stream(arguments))
                .toList());
    }

    /** Returns the command that runs a class of these tests. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // In a pid namespace it is process 1, as another one may be: Java would complain of the file that both
                // have in /tmp.
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(Connection.class, LinuxConnectionSource.class, ScratchActions.class, Programs.class)
                        .map(Programs::place)
                        .collect(Collectors.joining(":")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns where a class comes from: a jar, or the directory of a bundle that has just been built. */
    private static String place(Class<?> type) {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path classes = place.resolve("target/classes");
        return (Files.isDirectory(classes) ? classes : place).toString();
    }

    /** Returns a port that nobody has at this moment. */
    static int freePort() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return server.getLocalPort();
        }
    }

    /** Starts a perl program, and waits until it reports that it is ready. */
    Process perl(String program, Object... arguments) throws IOException {
        return start(List.of(), program, arguments);
    }

    Process listen(String address, int port) throws IOException {
        return perl(LISTEN, address, port);
    }

    /** Starts the perl program through another command. */
    Process start(List<String> by, String program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(List.of(PERL, "-e", program));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return run(command);
    }

    /** Starts a program, and waits until it reports that it is ready. */
    Process run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        started.add(process);
        assertEquals("ready", process.inputReader().readLine());
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : started) {
            // Processes whose parent has ended are no longer its descendants.
            List<ProcessHandle> all = process.descendants().toList();
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
