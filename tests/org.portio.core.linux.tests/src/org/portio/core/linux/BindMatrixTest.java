// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;

/** Compares predictions of binds with their results in a program in another language. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class BindMatrixTest {

    /** Takes a port, and lines of an address and 1 or 0 for SO_REUSEADDR; binds, and listens if it is TCP. */
    private static final String BIND = """
            use Socket qw(:all);
            my ($type, $port, @scopes) = @ARGV;
            while (@scopes) {
                my ($address, $reuse) = splice @scopes, 0, 2;
                my $six = $address =~ /:/;
                my $tcp = $type eq 'tcp';
                socket(my $s, $six ? AF_INET6 : AF_INET, $tcp ? SOCK_STREAM : SOCK_DGRAM, 0) or die $!;
                setsockopt($s, SOL_SOCKET, SO_REUSEADDR, $reuse + 0) or die $!;
                my $bytes = inet_pton($six ? AF_INET6 : AF_INET, $address);
                my $to = $six ? pack_sockaddr_in6($port, $bytes) : pack_sockaddr_in($port, $bytes);
                my $bound = bind($s, $to) && (!$tcp || listen($s, 1));
                print "$address $reuse ", ($bound ? 'free' : 'taken'), "\\n";
                close $s;
            }
            """;

    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    private final Diagnoser diagnoser = Diagnoser.over(monitor, List.of());

    @BeforeEach
    void needsPerl() {
        Programs.assumePerl();
    }

    @ParameterizedTest
    @EnumSource
    void eachScopeIsAsARealBindFindsIt(Situation.Kind kind) throws Exception {
        try (Situation situation = Situation.of(kind)) {
            Diagnosis diagnosis = diagnoser.diagnose(situation.port(), Situation.protocol(kind), "");

            String foretold = diagnosis.scopes().stream()
                    .map(scope -> scope.address() + " " + (scope.reuse() ? 1 : 0) + " "
                            + (scope.succeeds() ? "free" : "taken") + "\n")
                    .collect(Collectors.joining());
            assertEquals(bind(situation.port(), kind, diagnosis.scopes()), foretold, diagnosis::toString);
            assertTrue(diagnosis.scopes().size() >= 8, diagnosis::toString);
            assertWhyAgrees(diagnosis);
        }
    }

    private static String bind(int port, Situation.Kind kind, List<BindScope> scopes) throws Exception {
        String type = Situation.protocol(kind).name().toLowerCase(Locale.ROOT);
        List<String> arguments = new java.util.ArrayList<>(List.of(type, String.valueOf(port)));
        scopes.forEach(scope -> arguments.addAll(List.of(scope.address(), scope.reuse() ? "1" : "0")));
        return Programs.perlOutput(BIND, arguments.toArray(String[]::new));
    }

    /** Each failure has a reason, which is not a guess here, and nothing else blocks. */
    private static void assertWhyAgrees(Diagnosis diagnosis) {
        for (BindScope scope : diagnosis.scopes()) {
            assertEquals(scope.succeeds(), scope.why().isEmpty(), scope::toString);
            assertFalse(scope.why().contains("unlisted socket"), scope::toString);
        }
        List<Finding> blocking = diagnosis.findings().stream()
                .filter(finding -> finding.weight() == Weight.BLOCKS)
                .toList();
        assertEquals(diagnosis.isFree(), blocking.isEmpty(), diagnosis::toString);
        assertTrue(blocking.stream().noneMatch(finding -> finding.kind() == Kind.HIDDEN), blocking::toString);
    }
}
