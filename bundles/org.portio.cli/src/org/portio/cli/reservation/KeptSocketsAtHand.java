// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.portio.core.Connection;
import org.portio.core.SocketMerger;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.reservation.KeptSockets;

/** Merges the sockets of reservations. As long as nothing is reserved, it loads no class of reservations. */
public final class KeptSocketsAtHand implements SocketMerger {

    /** The name of {@link KeptSockets#file}. */
    private static final String FILE = "kept-ports";

    private final Supplier<Places> places;
    private SocketMerger merger;

    public KeptSocketsAtHand(Supplier<Places> places) {
        this.places = places;
    }

    @Override
    public List<Connection> merge(List<Connection> sockets) {
        if (merger == null && mayBeThere()) {
            merger = KeptSockets.merger(places.get());
        }
        return merger == null ? sockets : merger.merge(sockets);
    }

    private boolean mayBeThere() {
        try {
            Path state = places.get().state();
            return Files.exists(state.resolve(FILE));
        } catch (NoHomeException _) {
            // Nobody without a home directory can have reserved any.
            return false;
        }
    }
}
