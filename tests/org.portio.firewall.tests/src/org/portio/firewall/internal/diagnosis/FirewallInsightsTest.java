// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Observation;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Outlook.Judgement;

/** Listeners and the rules of the firewall. */
class FirewallInsightsTest {

    private static Connection listener(String local) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse(local))
                .state(TcpState.LISTEN)
                .build();
    }

    private static List<Insight> look(Outlook outlook, List<Connection> sockets) {
        return new FirewallInsights(() -> outlook)
                .look(Observation.of(new Snapshot(Instant.EPOCH, "test", sockets, List.of())));
    }

    private static Outlook always(Answer answer, String reason) {
        return _ -> new Judgement(answer, reason);
    }

    @Test
    void listenerThatClientsCannotReachIsFoundWithTheRule() {
        Insight found = look(always(Answer.BLOCKED, "inet filter: tcp dport 80 drop"), List.of(listener("0.0.0.0:80")))
                .getFirst();
        assertEquals("blocked-listener", found.rule());
        assertEquals("inet filter: tcp dport 80 drop", found.evidence());
        assertEquals("a program listens on 0.0.0.0:80, and the firewall keeps other machines from it", found.what());
    }

    @Test
    void listenersThatNoRuleGuardsAreToldTogether() {
        List<Connection> many = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> listener("0.0.0.0:" + i))
                .toList();
        List<Insight> found = look(always(Answer.OPEN, ""), many);
        assertEquals(1, found.size());
        assertEquals(
                "other machines reach TCP ports 1, 2, 3, 4, 5, 6, 7, 8 and 2 more, and no rule of the firewall has a"
                        + " say in it",
                found.getFirst().what());
    }

    @Test
    void nothingIsSaidOfWhatARuleAcceptsOfWhatIsUnknownAndOfLoopback() {
        assertEquals(List.of(), look(always(Answer.OPEN, "tcp dport 80 accept"), List.of(listener("0.0.0.0:80"))));
        assertEquals(List.of(), look(Outlook.UNKNOWN, List.of(listener("0.0.0.0:80"))));
        assertEquals(List.of(), look(always(Answer.BLOCKED, "all"), List.of(listener("127.0.0.1:80"))));
    }
}
