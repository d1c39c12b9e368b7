// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

/** Counts what happens on one server, from any number of threads. */
final class Traffic {

    private final LongAdder clients = new LongAdder();
    private final LongAdder open = new LongAdder();
    private final LongAdder received = new LongAdder();
    private final LongAdder sent = new LongAdder();

    void came() {
        clients.increment();
    }

    void opened() {
        open.increment();
    }

    void closed() {
        open.decrement();
    }

    void received(long bytes) {
        received.add(bytes);
    }

    void sent(long bytes) {
        sent.add(bytes);
    }

    ServerStatus status(ServerRequest request, Instant started, Instant ends) {
        // A sum that is taken while clients come and go may miss one that came and see that it went.
        long openNow = Math.max(0, open.sum());
        return new ServerStatus(request, started, ends, clients.sum(), openNow, received.sum(), sent.sum());
    }
}
