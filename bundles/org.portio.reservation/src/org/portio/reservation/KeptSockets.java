// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.nio.file.Path;
import org.portio.core.SocketMerger;
import org.portio.core.system.Places;
import org.portio.reservation.internal.kept.KeptMerger;

/** The sockets by which PortIO keeps this user's ports, as the user knows them: one for each reservation. */
public final class KeptSockets {

    private KeptSockets() {}

    /** Returns what merges them as the process that has them says in its file. */
    public static SocketMerger merger(Places places) {
        return new KeptMerger(file(places));
    }

    /** Returns the file, which is there while ports are kept. */
    public static Path file(Places places) {
        return places.state().resolve("kept-ports");
    }
}
