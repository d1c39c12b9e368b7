// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpState;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial.Outcome;

/** What the sockets of the port say, weighed by what the trial binds came to. */
record SocketFindings(Question question, PortSockets sockets, List<Scopes.Try> tries, ConnectionMonitor monitor) {

    /** Of many leftovers, so many are asked how long they stay. */
    private static final int ASKED = 1000;

    List<Finding> find() {
        List<Finding> findings = new ArrayList<>();
        sockets.listeners().forEach(socket -> findings.add(holder(Kind.LISTENER, socket)));
        sockets.bound().forEach(socket -> findings.add(holder(Kind.BOUND, socket)));
        // Beside a listener they are its own, and end with it.
        if (sockets.listeners().isEmpty() && !sockets.connections().isEmpty()) {
            findings.add(connections());
        }
        if (!sockets.leftovers().isEmpty()) {
            findings.add(leftovers());
        }
        if (isUnexplained()) {
            findings.add(hidden());
        }
        return findings;
    }

    /** Whether an address is taken by nothing that is listed. */
    boolean isUnexplained() {
        return tries.stream()
                .anyMatch(attempt -> attempt.outcome() == Outcome.TAKEN && !sockets.explain(attempt.place()));
    }

    private Weight weight(List<Connection> held) {
        return failing(held, false) ? Weight.BLOCKS : Weight.TELLS;
    }

    /** Whether a bind failed where one of these sockets is; where it is denied anyhow, it would have. */
    private boolean failing(List<Connection> held, boolean reuse) {
        return tries.stream()
                .filter(attempt -> attempt.reuse() == reuse)
                .filter(attempt -> attempt.outcome() == Outcome.TAKEN || attempt.outcome() == Outcome.DENIED)
                .anyMatch(attempt -> held.stream().anyMatch(socket -> PortSockets.isInTheWay(socket, attempt.place())));
    }

    private Finding holder(Kind kind, Connection socket) {
        String evidence = socket.protocol() + " " + socket.local() + " " + socket.stateText()
                + (socket.inode() == 0 ? "" : ", inode " + socket.inode())
                + (socket.user() == null ? "" : ", user " + socket.user().name());
        return new Finding(
                kind,
                weight(List.of(socket)),
                PortSockets.phrase(socket) + (kind == Kind.BOUND ? ", without listening" : ""),
                evidence,
                socket.owners().isEmpty() ? "sudo portio why " + asked() : kill(),
                false);
    }

    private String kill() {
        return "portio kill --port " + question.port() + " --"
                + question.protocol().name().toLowerCase(Locale.ROOT);
    }

    private Finding connections() {
        List<Connection> connections = sockets.connections();
        Connection first = connections.getFirst();
        return new Finding(
                Kind.CONNECTION,
                weight(connections),
                "nobody listens, but " + PortSockets.phrase(first)
                        + (connections.size() > 1 ? ", and there are " + (connections.size() - 1) + " more" : "")
                        + who(connections),
                evidence(first),
                "portio close " + first.local() + " " + first.remote(),
                false);
    }

    private Finding leftovers() {
        List<Connection> leftovers = sockets.leftovers();
        return new Finding(
                Kind.LEFTOVER,
                weight(leftovers),
                leftovers.size() + (leftovers.size() == 1 ? " connection has" : " connections have")
                        + " ended and left the port behind"
                        + waiting(leftovers)
                        + stay(leftovers)
                        + who(leftovers),
                evidence(leftovers.getFirst()),
                "portio wait --free " + question.port(),
                false);
    }

    private static String waiting(List<Connection> leftovers) {
        long waiting = leftovers.stream()
                .filter(socket -> socket.state() == TcpState.TIME_WAIT)
                .count();
        if (waiting == leftovers.size()) {
            return " in TIME-WAIT";
        }
        return waiting == 0 ? "" : ", " + waiting + " of them in TIME-WAIT";
    }

    /** Sockets remember whether their process set the option: if it did not, even those that set it do not get in. */
    private String who(List<Connection> held) {
        if (!failing(held, false)) {
            return "";
        }
        return failing(held, true)
                ? ": a service does not get the port, not even with SO_REUSEADDR"
                : ": a service without SO_REUSEADDR does not get the port";
    }

    private static String evidence(Connection socket) {
        return socket.local() + " -> " + socket.remote() + " " + socket.stateText();
    }

    private String stay(List<Connection> leftovers) {
        Optional<Duration> longest = leftovers.stream()
                .limit(ASKED)
                .map(this::remaining)
                .filter(Objects::nonNull)
                .max(Duration::compareTo);
        String which = leftovers.size() > ASKED ? "; some stay for " : "; the last goes in ";
        return longest.map(time -> which + (time.toSeconds() + 1) + " s").orElse("");
    }

    private Duration remaining(Connection socket) {
        try {
            return monitor.details(socket)
                    .map(SocketDetails::timer)
                    .filter(timer -> timer.kind() == SocketTimer.Kind.TIME_WAIT)
                    .map(SocketTimer::remaining)
                    .orElse(null);
        } catch (ConnectionException _) {
            return null; // it is said without the time
        }
    }

    private Finding hidden() {
        return new Finding(
                Kind.HIDDEN,
                Weight.BLOCKS,
                "a socket that no list shows has the port: bound without listening, on a system that does not list"
                        + " such",
                "binding it for a moment fails with: address already in use",
                "sudo portio why " + asked(),
                true);
    }

    private String asked() {
        return question.port() + " " + question.protocol();
    }
}
