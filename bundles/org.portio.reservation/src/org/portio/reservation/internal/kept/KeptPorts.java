// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.kept;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Keeping;
import org.portio.core.address.AddressFamily;
import org.portio.reservation.PortKey;
import org.portio.reservation.internal.hold.HoldAddresses;

/**
 * The ports that one process keeps at a moment.
 *
 * @param keeper its PID
 */
record KeptPorts(long keeper, Map<Integer, List<KeptPort>> byPort, BitSet ports) {

    static final KeptPorts NONE = new KeptPorts(0, Map.of(), new BitSet());

    /** Reads the file's text. What follows its last line break is still being written; what a later PortIO wrote is not understood. */
    static KeptPorts parse(String text) {
        List<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        if (lines.isEmpty()) {
            return NONE;
        }
        try {
            long keeper = Long.parseLong(lines.getFirst());
            Map<PortKey, KeptPort> latest = new HashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                KeptPort port = KeptPort.parse(line);
                latest.put(port.key(), port);
            }
            return of(keeper, latest);
        } catch (IllegalArgumentException _) {
            return NONE;
        }
    }

    private static KeptPorts of(long keeper, Map<PortKey, KeptPort> latest) {
        Map<Integer, List<KeptPort>> byPort = new HashMap<>();
        BitSet ports = new BitSet();
        for (KeptPort port : latest.values()) {
            if (port.state() != Keeping.State.NOT_KEPT) {
                ports.set(port.key().port());
                byPort.merge(port.key().port(), List.of(port), KeptPorts::both);
            }
        }
        return new KeptPorts(keeper, byPort, ports);
    }

    private static List<KeptPort> both(List<KeptPort> some, List<KeptPort> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    boolean isKeepers(Connection socket) {
        return socket.owners().stream().anyMatch(owner -> owner.pid() == keeper);
    }

    /** Returns the kept port that a socket without a peer is at; empty for all other sockets. */
    Optional<KeptPort> of(Connection socket) {
        if (!ports.get(socket.local().port())
                || socket.remote() != null
                || !socket.namespace().isEmpty()) {
            return Optional.empty();
        }
        return byPort.get(socket.local().port()).stream()
                .filter(port -> HoldAddresses.overlap(
                        port.key(),
                        socket.protocol(),
                        socket.local().port(),
                        socket.local().address(),
                        socket.family() == AddressFamily.IPV6))
                .findFirst();
    }
}
