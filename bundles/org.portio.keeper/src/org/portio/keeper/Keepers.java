// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.nio.file.Path;
import org.portio.core.Places;
import org.portio.keeper.internal.KeeperLink;
import org.portio.keeper.internal.RemoteKeeper;
import org.portio.keeper.internal.RuntimeDirectories;

/** Clients of the keeper. */
public final class Keepers {

    private Keepers() {}

    /**
     * That of the user who runs this.
     *
     * @param program PortIO's command line, which is called as {@code program keeper serve} to start a keeper; null where
     *     that is not known
     * @param version of this PortIO
     */
    public static Keeper of(Places places, Path program, String version) {
        return new RemoteKeeper(new KeeperLink(RuntimeDirectories.ofSystem(places), program, version));
    }
}
