// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.nio.file.Path;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.InsightRule;
import org.portio.core.process.SparedProcess;
import org.portio.core.system.Places;
import org.portio.keeper.internal.client.KeeperInsights;
import org.portio.keeper.internal.client.KeeperKnowledge;
import org.portio.keeper.internal.client.KeeperLink;
import org.portio.keeper.internal.client.RemoteKeeper;
import org.portio.keeper.internal.runtime.RuntimeDirectories;

/** Clients of the keeper. */
public final class Keepers {

    private Keepers() {}

    /**
     * Returns that of the user who runs this.
     *
     * @param program PortIO's command line, which is called as {@code program keeper serve} to start a keeper; null if
     *     that is not known
     * @param version of this PortIO
     */
    public static Keeper of(Places places, Path program, String version) {
        return new RemoteKeeper(new KeeperLink(RuntimeDirectories.ofSystem(places), program, version));
    }

    /** Knows which ports this keeper holds, for a diagnosis. Starts no keeper. */
    public static FindingProvider findings(Keeper keeper) {
        return new KeeperKnowledge(keeper);
    }

    /** Finds reservations that do not hold their port. Starts no keeper. */
    public static InsightRule insights(Keeper keeper) {
        return new KeeperInsights(keeper);
    }

    /** Protects the keeper's process from being ended like others. Starts no keeper. */
    public static SparedProcess spared(Keeper keeper) {
        return new KeeperKnowledge(keeper);
    }
}
