// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.system.MissingRight;

/** Finds what the sockets of the port mean, in view of the results of the trial binds. */
record SocketFindings(
        Question question,
        PortSockets sockets,
        List<Scopes.Try> tries,
        ConnectionMonitor monitor,
        Function<ProcessInfo, String> spared) {

    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        sockets.listeners().forEach(socket -> findings.add(holder(Kind.LISTENER, socket)));
        sockets.bound().forEach(socket -> findings.add(holder(Kind.BOUND, socket)));
        // Beside a listener they are its own, and end with it.
        if (sockets.listeners().isEmpty() && !sockets.connections().isEmpty()) {
            findings.add(connections());
        }
        LeftoverFindings leftovers = new LeftoverFindings(question, sockets, monitor);
        findings.addAll(leftovers.find(this::weightAlone, this::who));
        if (isUnexplained()) {
            findings.add(hidden());
        }
        return findings;
    }

    /** Returns whether an address is taken by nothing that is listed. */
    boolean isUnexplained() {
        return tries.stream()
                .anyMatch(attempt -> attempt.outcome() == Outcome.TAKEN && !sockets.explain(attempt.place()));
    }

    private HolderAdvice advice() {
        return new HolderAdvice(question, spared);
    }

    private Weight weight(List<Connection> held) {
        return failing(held, false).findAny().isPresent() ? Weight.BLOCKS : Weight.TELLS;
    }

    /** Finds the binds that failed where one of these sockets is; if one is denied anyhow, it would have. */
    private Stream<Scopes.Try> failing(List<Connection> held, boolean reuse) {
        return tries.stream()
                .filter(attempt -> attempt.reuse() == reuse)
                .filter(attempt -> attempt.outcome() == Outcome.TAKEN || attempt.outcome() == Outcome.DENIED)
                .filter(attempt -> held.stream().anyMatch(socket -> PortSockets.isInTheWay(socket, attempt.place())));
    }

    private Weight weightAlone(List<Connection> held) {
        return failingAlone(held, false) ? Weight.BLOCKS : Weight.TELLS;
    }

    /** Tells whether a bind failed by these sockets: if a listener is also in the way, it proves nothing about them. */
    private boolean failingAlone(List<Connection> held, boolean reuse) {
        return failing(held, reuse).anyMatch(attempt -> !sockets.isHeld(attempt.place()));
    }

    private Finding holder(Kind kind, Connection socket) {
        String evidence = socket.protocol() + " " + socket.local() + " " + socket.stateText()
                + (socket.inode() == 0 ? "" : ", inode " + socket.inode())
                + (socket.user() == null ? "" : ", user " + socket.user().name());
        return new Finding(
                kind,
                weight(List.of(socket)),
                PortSockets.phrase(socket)
                        + (kind == Kind.BOUND ? ", without listening" : "")
                        + advice().remark(socket),
                evidence,
                advice().remedy(socket),
                false);
    }

    private Finding connections() {
        List<Connection> connections = sockets.connections();
        Connection first = connections.getFirst();
        return new Finding(
                Kind.CONNECTION,
                weightAlone(connections),
                "nobody listens, but " + PortSockets.phrase(first)
                        + (connections.size() > 1 ? ", and " + (connections.size() - 1) + " more are connected" : "")
                        + who(connections),
                evidence(first),
                advice().remedyFor(connections),
                false);
    }

    /** Sockets remember whether their process set the option: if it did not, even those that set it do not get in. */
    private String who(List<Connection> held) {
        if (!failingAlone(held, false)) {
            return "";
        }
        return failingAlone(held, true)
                ? ": no service can bind the port, not even with SO_REUSEADDR"
                : ": a service without SO_REUSEADDR cannot bind the port";
    }

    private static String evidence(Connection socket) {
        return socket.local() + " -> " + socket.remote() + " " + socket.stateText();
    }

    private Finding hidden() {
        return new Finding(
                Kind.HIDDEN,
                Weight.BLOCKS,
                "an unlisted socket has the port: it is bound without listening, and this system does not"
                        + " list such sockets",
                "binding it for a moment fails with: address already in use",
                MissingRight.isRoot() ? "" : MissingRight.command("portio why " + HolderAdvice.asked(question)),
                true);
    }
}
