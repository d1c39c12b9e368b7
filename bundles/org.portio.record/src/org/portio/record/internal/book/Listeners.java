// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/** The sockets that listen for TCP, or did so a short while ago, so that what came to them can be told from what went out. */
final class Listeners {

    /** Longer than it takes until the end of what came to them is told. */
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private static final int MOST_ENDED = 1 << 12;

    private final Map<Integer, List<Life>> byPort = new HashMap<>();
    private final Map<Life, Instant> ended = new LinkedHashMap<>();

    void add(Life listener) {
        List<Life> there = byPort.computeIfAbsent(port(listener), _ -> new ArrayList<>(1));
        if (!there.contains(listener)) {
            there.addFirst(listener);
        }
        ended.remove(listener);
    }

    private static int port(Life listener) {
        return listener.connection().local().port();
    }

    /** Notes that it listens no more; it stays known for a while. */
    void end(Life listener, Instant now) {
        if (byPort.getOrDefault(port(listener), List.of()).contains(listener)) {
            ended.put(listener, now);
        }
        forget(now);
    }

    /** Forgets those that have listened no more for a while. */
    void forget(Instant now) {
        Instant before = now.minus(REMEMBERED);
        Iterator<Map.Entry<Life, Instant>> oldestFirst = ended.entrySet().iterator();
        boolean more = true;
        while (more && oldestFirst.hasNext()) {
            Map.Entry<Life, Instant> oldest = oldestFirst.next();
            more = oldest.getValue().isBefore(before) || ended.size() > MOST_ENDED;
            if (more) {
                oldestFirst.remove();
                remove(oldest.getKey());
            }
        }
    }

    private void remove(Life listener) {
        List<Life> there = byPort.get(port(listener));
        if (there != null && there.remove(listener) && there.isEmpty()) {
            byPort.remove(port(listener));
        }
    }

    /** Returns the one that takes, or took, connections to this end; the newest if there are several. */
    Optional<Life> at(Endpoint local) {
        return byPort.getOrDefault(local.port(), List.of()).stream()
                .filter(listener -> listener.connection().protocol() == Protocol.TCP)
                .filter(listener ->
                        Addresses.takes(listener.connection().local().address(), local.address()))
                .findFirst();
    }

    /** Returns whether some socket of this machine listens on this port. */
    boolean anyAt(int port) {
        return byPort.containsKey(port);
    }
}
