// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What the sockets of the port say. */
record SocketFindings(Question question, PortSockets sockets, ConnectionMonitor monitor) {

    /** Of many leftovers, so many are asked how long they stay. */
    private static final int ASKED = 64;

    List<Finding> find(List<Scopes.Try> tries) {
        List<Finding> findings = new ArrayList<>();
        sockets.listeners().forEach(socket -> findings.add(holder(Kind.LISTENER, socket)));
        sockets.bound().forEach(socket -> findings.add(holder(Kind.BOUND, socket)));
        boolean held = !findings.isEmpty();
        if (!held && !sockets.connections().isEmpty()) {
            findings.add(connections());
        }
        if (!sockets.leftovers().isEmpty()) {
            findings.add(leftovers(held));
        }
        if (findings.isEmpty() && tries.stream().anyMatch(attempt -> attempt.outcome() == BindTrial.Outcome.TAKEN)) {
            findings.add(hidden());
        }
        return findings;
    }

    private Finding holder(Kind kind, Connection socket) {
        String evidence = socket.protocol() + " " + socket.local() + " " + socket.stateText() + ", inode "
                + socket.inode()
                + (socket.user() == null ? "" : ", user " + socket.user().name());
        return new Finding(
                kind,
                Weight.BLOCKS,
                PortSockets.phrase(socket) + (kind == Kind.BOUND ? ", without listening" : ""),
                evidence,
                socket.owners().isEmpty()
                        ? "sudo portio why " + asked()
                        : "portio kill --port " + question.port() + " --"
                                + question.protocol().label(),
                false);
    }

    private Finding connections() {
        List<Connection> connections = sockets.connections();
        Connection first = connections.getFirst();
        return new Finding(
                Kind.CONNECTION,
                Weight.BLOCKS,
                "nobody listens, but " + PortSockets.phrase(first)
                        + (connections.size() > 1 ? ", and " + (connections.size() - 1) + " more" : "")
                        + ": a service gets the port only with SO_REUSEADDR",
                first.local() + " -> " + first.remote() + " " + first.stateText(),
                "portio close " + first.local() + " " + first.remote(),
                false);
    }

    private Finding leftovers(boolean held) {
        List<Connection> leftovers = sockets.leftovers();
        Optional<Duration> left = leftovers.stream()
                .limit(ASKED)
                .map(this::remaining)
                .filter(Objects::nonNull)
                .max(Duration::compareTo);
        long waiting = leftovers.stream()
                .filter(socket -> socket.state() == TcpState.TIME_WAIT)
                .count();
        return new Finding(
                Kind.LEFTOVER,
                held ? Weight.TELLS : Weight.BLOCKS,
                leftovers.size() + (leftovers.size() == 1 ? " connection has" : " connections have")
                        + " ended and left the port behind, " + waiting + " of them in TIME-WAIT"
                        + left.map(time -> "; the last goes in " + (time.toSeconds() + 1) + " s")
                                .orElse("")
                        + ": a service without SO_REUSEADDR does not get the port",
                leftovers.getFirst().local() + " -> " + leftovers.getFirst().remote() + " "
                        + leftovers.getFirst().stateText(),
                "portio wait --free " + asked(),
                false);
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
                "a socket that no list shows has the port: bound without listening, on a system that does not list such",
                "binding it for a moment fails with: address already in use",
                "sudo portio why " + asked(),
                true);
    }

    private String asked() {
        return question.port() + " " + question.protocol();
    }
}
