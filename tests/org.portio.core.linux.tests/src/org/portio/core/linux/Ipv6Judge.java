// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.PortWait;
import org.portio.core.port.PortCheck;
import org.portio.core.port.PortProbe;

/**
 * Main class of {@link Ipv6SwitchedTest}: a process that stays while IPv6 comes and goes. For each address and port
 * that it reads, it prints what each of PortIO's ways to judge a bind says at that moment.
 */
final class Ipv6Judge {

    private static final ConnectionMonitor MONITOR = ConnectionMonitor.over(List.of(new LinuxConnectionSource()));

    private Ipv6Judge() {}

    public static void main(String... args) throws ConnectionException {
        IO.println("ready");
        String line;
        while ((line = IO.readln()) != null) {
            String[] words = line.split(" ");
            IO.println(judge(words[0], Integer.parseInt(words[1])));
        }
    }

    /** Returns text such as {@code why no, wait no, check in use}. */
    private static String judge(String address, int port) throws ConnectionException {
        String why = Diagnoser.over(MONITOR, List.of()).diagnose(port, Protocol.TCP, "").scopes().stream()
                .filter(scope -> scope.address().equals(address))
                .map(BindScope::succeeds)
                .distinct()
                .map(succeeds -> succeeds ? "yes" : "no")
                .collect(Collectors.joining("/"));
        boolean free = PortWait.on(MONITOR, port, Protocol.TCP, address).awaitFree(false, Duration.ofMillis(1));
        PortCheck check = PortCheck.of(port, List.of(Protocol.TCP), MONITOR.snapshot(), PortProbe.ofSystem());
        return "why " + why + ", wait " + (free ? "yes" : "no") + ", check " + (check.inUse() ? "in use" : "free");
    }
}
