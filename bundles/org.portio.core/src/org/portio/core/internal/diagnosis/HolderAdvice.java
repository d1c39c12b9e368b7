// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import java.util.Locale;
import org.portio.core.Connection;
import org.portio.core.MissingRight;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.UnseenOwner;
import org.portio.core.process.ProcessState;
import org.portio.core.process.Processes;

/** Says what helps against whoever holds a port: a command that works for who asks, or none. */
final class HolderAdvice {

    private static final long INIT = 1;

    private HolderAdvice() {}

    /** What else is to be known of the holder, behind the sentence on it. */
    static String remark(Connection socket, Question question) {
        if (socket.ownership() == Ownership.KERNEL) {
            return socket.protocol() == Protocol.UDP
                    ? ", as for an interface of a tunnel (vxlan, geneve, WireGuard)"
                    : ", as for a file server (NFS)";
        }
        if (socket.owners().stream().anyMatch(HolderAdvice::isInit)) {
            return ", which nobody ends: it starts services by their sockets";
        }
        boolean stopped =
                socket.owners().stream().anyMatch(owner -> Processes.ofSystem().state(owner) == ProcessState.STOPPED);
        return stopped
                ? ", and is stopped, as by Ctrl+Z"
                : UnseenOwner.why(socket, question.snapshot().obstacles());
    }

    private static boolean isInit(ProcessInfo process) {
        return process.pid() == INIT;
    }

    static String remedy(Connection socket, Question question) {
        if (socket.ownership() == Ownership.KERNEL) {
            return socket.protocol() == Protocol.UDP ? "ip -d link show type vxlan" : "";
        }
        if (socket.owners().isEmpty()) {
            return UnseenOwner.isSeenByRoot(socket, question.snapshot().obstacles())
                    ? "sudo portio why " + asked(question)
                    : "";
        }
        return socket.owners().stream().allMatch(HolderAdvice::isInit) ? "" : kill(question);
    }

    /** For connections where nobody listens: a process may keep the port of one that is closed, so it is ended. */
    static String remedyFor(List<Connection> connections, Question question) {
        boolean owned =
                connections.stream().anyMatch(connection -> !connection.owners().isEmpty());
        if (owned) {
            return kill(question) + " --connections";
        }
        Connection first = connections.getFirst();
        return UnseenOwner.isSeenByRoot(first, question.snapshot().obstacles())
                ? "sudo portio why " + asked(question)
                : close(first);
    }

    static String close(Connection connection) {
        return MissingRight.command("portio close " + connection.local() + " " + connection.remote());
    }

    private static String kill(Question question) {
        return "portio kill --port " + question.port() + " --"
                + question.protocol().name().toLowerCase(Locale.ROOT)
                + (question.address().isEmpty() ? "" : " --address " + question.address());
    }

    /** As {@code 8080 TCP}. */
    static String asked(Question question) {
        return question.port() + " " + question.protocol();
    }
}
