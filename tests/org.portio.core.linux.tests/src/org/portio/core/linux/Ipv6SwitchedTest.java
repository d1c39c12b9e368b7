// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.testing.Lab;

/** IPv6 that is off when PortIO starts and on later, or excludes IPv4: Java would answer as at its start. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has network namespaces")
class Ipv6SwitchedTest {

    private static final int PORT = 7014;

    private static final String FREE = "why yes, wait yes, check free";
    private static final String TAKEN = "why no, wait no, check in use";

    /** Listens at an address of either family; with a third argument, an IPv6 socket takes IPv6 alone. */
    static final String LISTEN = """
        use Socket qw(:all);
        my ($address, $port, $alone) = @ARGV;
        my $six = $address =~ /:/;
        socket(my $s, $six ? AF_INET6 : AF_INET, SOCK_STREAM, 0) or die $!;
        setsockopt($s, IPPROTO_IPV6, IPV6_V6ONLY, 1) or die $! if $alone;
        bind($s, $six ? pack_sockaddr_in6($port, inet_pton(AF_INET6, $address))
            : pack_sockaddr_in($port, inet_aton($address))) or die $!;
        listen($s, 5) or die $!;
        syswrite STDOUT, "ready\\n";
        sleep 600 while 1;
        """;

    private final Programs programs = new Programs();
    private Lab lab;
    private Process judge;
    private BufferedReader answers;

    @BeforeEach
    void makeAMachine() throws IOException {
        Programs.assumePerl();
        Lab.assumePossible();
        lab = Lab.open();
    }

    @AfterEach
    void removeIt() throws Exception {
        if (judge != null) {
            judge.destroyForcibly().waitFor();
        }
        programs.close();
        lab.close();
    }

    private List<String> there(String... command) {
        List<String> all =
                new ArrayList<>(List.of("ip", "netns", "exec", lab.server().namespace()));
        all.addAll(List.of(command));
        return all;
    }

    private void set(String setting, int value) throws Exception {
        lab.server().sh("for f in /proc/sys/net/ipv6/" + setting + "; do echo " + value + " > $f; done");
    }

    private void startJudge() throws IOException {
        List<String> command = there();
        command.addAll(Programs.java(Ipv6Judge.class));
        judge = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = judge.inputReader();
        assertEquals("ready", answers.readLine());
    }

    private String judged(String address) throws IOException {
        judge.outputWriter().append(address + " " + PORT + "\n").flush();
        return answers.readLine();
    }

    @Test
    void whereIpv6IsOffItsWildcardCanStillBeTaken() throws Exception {
        set("conf/*/disable_ipv6", 1);
        startJudge();
        assertEquals(FREE, judged("::"));

        try (AutoCloseable _ = listen("::", "alone")) {
            assertEquals(TAKEN, judged("::"));
            assertEquals("why yes, wait yes, check in use", judged("0.0.0.0"));
        }
    }

    @Test
    void whereIpv6IsTurnedOnLaterItIsJudgedAsTheOthers() throws Exception {
        set("conf/*/disable_ipv6", 1);
        startJudge();
        assertEquals("why , wait yes, check free", judged("::1"));

        set("conf/*/disable_ipv6", 0);
        lab.server().sh("ip addr add fd77::99/64 dev eth0 nodad");
        assertEquals(FREE, judged("::1"));
        assertEquals(FREE, judged("fd77::99"));
        try (AutoCloseable _ = listen("fd77::99", "alone")) {
            assertEquals(TAKEN, judged("fd77::99"));
            assertEquals("why yes, wait yes, check in use", judged("::1"));
        }
    }

    @Test
    void whereIpv6SocketsAreForIpv6AloneAListenerOnIpv4IsNotInTheWay() throws Exception {
        startJudge();
        try (AutoCloseable _ = listen("0.0.0.0")) {
            assertEquals(TAKEN, judged("::"));
            set("bindv6only", 1);
            assertEquals("why yes, wait yes, check in use", judged("::"));
        }
        try (AutoCloseable _ = listen("::")) {
            assertEquals(TAKEN, judged("::"));
            assertEquals("why yes, wait yes, check in use", judged("0.0.0.0"));
        }
    }

    private AutoCloseable listen(String address, String... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(address, PORT));
        arguments.addAll(List.of(more));
        Process process = programs.start(there(), LISTEN, arguments.toArray());
        return () -> process.destroyForcibly().waitFor();
    }
}
