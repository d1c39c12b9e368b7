// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.UnseenOwner;
import org.portio.core.process.EndCommand;
import org.portio.core.process.ProcessState;
import org.portio.core.process.Processes;
import org.portio.core.system.MissingRight;

/**
 * Says what helps against the holder of a port: a command that works for the user who asks, or none.
 *
 * @param spared why PortIO never ends a process; empty for one that it may end
 */
record HolderAdvice(Question question, Function<ProcessInfo, String> spared) {

    private static final long INIT = 1;

    /** Returns what else is to be known of the holder, behind the sentence on it. */
    String remark(Connection socket) {
        if (socket.ownership() == Ownership.KERNEL) {
            return ", " + socket.kernelUse().purpose(socket.protocol());
        }
        if (socket.owners().stream().anyMatch(HolderAdvice::isInit)) {
            return ", which must keep running: it starts services when their sockets are used";
        }
        Optional<String> refusal = refusal(List.of(socket));
        if (refusal.isPresent()) {
            return "; " + refusal.get();
        }
        if (isIn(ProcessState.TRACED, socket)) {
            return ", and is held by a debugger: end the debugger, or kill the process";
        }
        return isIn(ProcessState.STOPPED, socket)
                ? ", and is stopped, for example by Ctrl+Z"
                : UnseenOwner.why(socket, question.snapshot().obstacles());
    }

    private static boolean isIn(ProcessState state, Connection socket) {
        return socket.owners().stream().anyMatch(owner -> Processes.ofSystem().state(owner) == state);
    }

    private static boolean isInit(ProcessInfo process) {
        return process.pid() == INIT;
    }

    String remedy(Connection socket) {
        if (socket.ownership() == Ownership.KERNEL) {
            return socket.kernelUse().command(socket.protocol());
        }
        if (socket.owners().isEmpty()) {
            return UnseenOwner.isSeenByRoot(socket, question.snapshot().obstacles())
                    ? MissingRight.command("portio why " + asked(question))
                    : "";
        }
        if (refusal(List.of(socket)).isPresent()) {
            return "";
        }
        String kill = "portio " + EndCommand.of(socket, question.snapshot().connections(), question.address());
        return isIn(ProcessState.TRACED, socket) ? kill + " --force" : kill;
    }

    /**
     * Returns the remedy for connections without a listener: a process may keep the port of a closed one, so it is
     * ended.
     */
    String remedyFor(List<Connection> connections) {
        boolean owned =
                connections.stream().anyMatch(connection -> !connection.owners().isEmpty());
        if (owned) {
            return refusal(connections).isPresent() ? "" : killConnections();
        }
        Connection first = connections.getFirst();
        return UnseenOwner.isSeenByRoot(first, question.snapshot().obstacles())
                ? MissingRight.command("portio why " + asked(question))
                : close(first);
    }

    static String close(Connection connection) {
        return MissingRight.command("portio close " + connection.local() + " " + connection.remote());
    }

    /** Returns why PortIO itself would not end any of those that have these sockets. */
    private Optional<String> refusal(List<Connection> sockets) {
        List<String> refusals = sockets.stream()
                .flatMap(socket -> socket.owners().stream())
                .map(spared)
                .distinct()
                .toList();
        return refusals.contains("") ? Optional.empty() : refusals.stream().findFirst();
    }

    /** Returns the command, with the address unless it is the wildcard, which means something else to a shell. */
    private String killConnections() {
        boolean everywhere = question.address().isEmpty() || question.address().equals("*");
        return "portio kill --port " + question.port() + " --"
                + question.protocol().name().toLowerCase(Locale.ROOT)
                + (everywhere ? "" : " --address " + question.address()) + " --connections";
    }

    /** Returns text such as {@code 8080 TCP}. */
    static String asked(Question question) {
        return question.port() + " " + question.protocol();
    }
}
