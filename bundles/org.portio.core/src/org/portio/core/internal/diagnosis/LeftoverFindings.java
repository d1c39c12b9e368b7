// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.Leftovers;

/** Finds the sockets that connections have left behind: those that go by themselves, and those that must be closed. */
record LeftoverFindings(Question question, PortSockets sockets, ConnectionMonitor monitor) {

    /** The most connections without a known end that are listed one by one, each with the command that closes it. */
    private static final int MOST = 5;

    /** Longer than what is left, so that the wait does not end a moment too early. */
    private static final int MORE_SECONDS = 5;

    /** Weighs sockets, and says whom they keep from the port. */
    List<Finding> find(Function<List<Connection>, Weight> weight, Function<List<Connection>, String> who) {
        List<Connection> timed = new ArrayList<>();
        List<Connection> lasting = new ArrayList<>();
        sockets.leftovers().forEach(socket -> (Leftovers.isTimed(socket, monitor) ? timed : lasting).add(socket));
        List<Finding> findings = new ArrayList<>();
        if (!timed.isEmpty()) {
            findings.add(finding(timed, weight, who, waiting(timed)));
        }
        lasting.stream()
                .limit(MOST)
                .map(socket -> finding(List.of(socket), weight, who, HolderAdvice.close(socket)))
                .forEach(findings::add);
        if (lasting.size() > MOST) {
            List<Connection> more = lasting.subList(MOST, lasting.size());
            findings.add(finding(more, weight, who, HolderAdvice.close(more.getFirst())));
        }
        return findings;
    }

    private Finding finding(
            List<Connection> sockets,
            Function<List<Connection>, Weight> weight,
            Function<List<Connection>, String> who,
            String remedy) {
        Connection first = sockets.getFirst();
        return new Finding(
                Kind.LEFTOVER,
                weight.apply(sockets),
                sockets.size() + (sockets.size() == 1 ? " connection has" : " connections have")
                        + " ended and left the port behind "
                        + new Leftovers(sockets, monitor).states() + who.apply(sockets),
                first.local() + " -> " + first.remote() + " " + first.stateText(),
                remedy,
                false);
    }

    /** Returns nothing if somebody has the port besides: it would not be free when they have gone. */
    private String waiting(List<Connection> timed) {
        if (timed.stream().map(Connection::local).anyMatch(sockets::isHeld)) {
            return "";
        }
        long seconds = new Leftovers(timed, monitor).longestSeconds() + MORE_SECONDS;
        return "portio wait --free " + HolderAdvice.asked(question)
                + (question.address().isEmpty() ? "" : " --address " + question.address()) + " --timeout "
                + seconds + "s";
    }
}
