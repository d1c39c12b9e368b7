// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.util.List;
import java.util.Map;
import org.portio.core.Snapshot;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** Answers those who ask for a snapshot. What was written for one is kept for the next, until something has changed. */
final class Snapshots {

    private static final String REQUEST = "snapshot";

    private final Messages messages;
    private List<byte[]> newest;

    Snapshots(Messages messages) {
        this.messages = messages;
    }

    /** Forgets what was written: something is different. */
    void outdated() {
        newest = null;
    }

    /**
     * Answers one request with one message.
     *
     * @param snapshot null if there is none yet
     */
    void answer(ZMQ.Socket socket, long sequence, Snapshot snapshot, Map<Subject, List<PortState>> ports) {
        ZMsg request = ZMsg.recvMsg(socket);
        ZFrame asker = request.pop();
        ZMsg answer = new ZMsg();
        answer.add(asker);
        // A REQ socket puts an empty part before its request and expects it back, a DEALER does not.
        if (request.size() > 1 && !request.peek().hasData()) {
            answer.add(request.pop());
        }
        parts(request, sequence, snapshot, ports).forEach(answer::add);
        answer.send(socket);
    }

    private List<byte[]> parts(ZMsg request, long sequence, Snapshot snapshot, Map<Subject, List<PortState>> ports) {
        if (request.size() != 1 || !request.peek().streq(REQUEST)) {
            return messages.refusal("unknown request; ask for: " + REQUEST);
        }
        if (snapshot == null) {
            return messages.refusal("no snapshot has been taken yet; ask again in a second");
        }
        if (newest == null) {
            newest = messages.snapshot(sequence, snapshot, ports);
        }
        return newest;
    }
}
