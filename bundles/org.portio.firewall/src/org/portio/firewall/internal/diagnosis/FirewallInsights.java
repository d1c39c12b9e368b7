// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Outlook.Judgement;
import org.portio.firewall.SystemRules;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.system.SystemPrograms;

/**
 * Listeners that the firewall keeps clients from, and listeners that other machines reach without any rule having a say. Nothing
 * for a user who may not see the rules.
 */
@Component(service = InsightRule.class)
public final class FirewallInsights implements InsightRule {

    private static final int NAMED = 8;

    private final SystemRules rules;

    @Activate
    public FirewallInsights() {
        this(SystemPrograms.ofSystem(), NftSystemRules.PROC);
    }

    /** Creates one with programs run by this runner, and the names of iptables' tables below this directory. */
    public FirewallInsights(CommandRunner runner, Path proc) {
        this(new NftSystemRules(runner, proc));
    }

    FirewallInsights(SystemRules rules) {
        this.rules = rules;
    }

    private record Judged(Connection listener, Judgement judgement) {}

    @Override
    public List<Insight> look(Observation observation) {
        List<Connection> exposed = observation.now().connections().stream()
                .filter(socket -> socket.protocol() == Protocol.TCP && socket.isListening())
                .filter(socket -> socket.namespace().isEmpty())
                .filter(socket -> !socket.local().isLoopback())
                .toList();
        if (exposed.isEmpty()) {
            return List.of();
        }
        var outlook = rules.outlook();
        List<Judged> judged = exposed.stream()
                .map(socket -> new Judged(socket, outlook.of(Traffic.to(socket.protocol(), socket.local()))))
                .toList();
        List<Insight> insights = new ArrayList<>();
        judged.stream()
                .filter(one -> one.judgement().answer() == Answer.BLOCKED)
                .map(FirewallInsights::blocked)
                .forEach(insights::add);
        List<Connection> free = judged.stream()
                .filter(one -> one.judgement().answer() == Answer.OPEN)
                .filter(one -> one.judgement().reason().isEmpty())
                .map(Judged::listener)
                .toList();
        if (!free.isEmpty()) {
            insights.add(free(free));
        }
        return insights;
    }

    private static Insight blocked(Judged one) {
        Connection listener = one.listener();
        String port = listener.local().port() + " " + listener.protocol();
        return new Insight(
                "blocked-listener",
                Severity.NOTE,
                "a program listens on " + listener.local() + ", and the firewall keeps other machines from it",
                one.judgement().reason(),
                "if clients are to reach it: portio why " + port + "; portio unblock " + port + " if PortIO blocks it",
                List.of(listener));
    }

    private static Insight free(List<Connection> listeners) {
        List<String> ports = listeners.stream()
                .map(socket -> String.valueOf(socket.local().port()))
                .distinct()
                .toList();
        String named = ports.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (ports.size() > NAMED ? " and " + (ports.size() - NAMED) + " more" : "");
        return new Insight(
                "open-listener",
                Severity.NOTE,
                "other machines reach " + (ports.size() == 1 ? "TCP port " : "TCP ports ") + named
                        + ", and no rule of the firewall has a say in it",
                ports.size() == 1
                        ? "1 listener"
                        : ports.size() + " ports with listeners on other addresses than loopback",
                "block what only this machine needs: portio block " + ports.getFirst() + " TCP",
                listeners);
    }
}
