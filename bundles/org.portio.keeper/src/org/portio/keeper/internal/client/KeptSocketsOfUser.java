// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.SocketMerger;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.reservation.KeptSockets;

/** Merges the sockets of this user's reservations for the window. */
@Component
public final class KeptSocketsOfUser implements SocketMerger {

    private final SocketMerger merger;

    @Activate
    public KeptSocketsOfUser() {
        merger = ofUser();
    }

    private static SocketMerger ofUser() {
        try {
            return KeptSockets.merger(Places.ofSystem());
        } catch (NoHomeException _) {
            // Nobody without a home directory can have reserved any.
            return SocketMerger.NONE;
        }
    }

    @Override
    public List<Connection> merge(List<Connection> sockets) {
        return merger.merge(sockets);
    }
}
