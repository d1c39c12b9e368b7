// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;

/**
 * Blocks ports and opens them again. All that it changes is in its journal before it is done: what a crash left half done
 * is settled by the next call, and everything can be undone exactly at any time. Calls from several threads and processes
 * follow each other; none may come from the UI's thread.
 */
@ProviderType
public interface Firewall {

    /** Describes the backend in use, as it was found when it was chosen. */
    BackendInfo backend() throws FirewallException;

    /** Returns all there are: those of the journal as they stand, and what else carries PortIO's tag. */
    List<Block> blocks() throws FirewallException;

    /**
     * Heals what is to be healed with the rights that looking takes, and lists. That something could not be healed is part
     * of the answer.
     *
     * @throws FirewallException if nothing can be listed
     */
    default Standing standing() throws FirewallException {
        List<Block> putBack = heal();
        return new Standing(blocks(), putBack, null);
    }

    /** Returns which of its files were found damaged, and where the remaining copies are. */
    default List<SetAside> damage() {
        return List.of();
    }

    /** Returns the commands that {@link #block} would run. Changes nothing. */
    List<PlannedCommand> plan(BlockRequest request) throws FirewallException;

    /**
     * Blocks, and returns when the system's firewall shows it. The same request twice is one block, with the newer expiry; for a
     * test run, a block that is not its own stays as it is.
     *
     * @param force also if PortIO would refuse: the port of one's own SSH session, a port another user blocked
     */
    Block block(BlockRequest request, boolean force) throws FirewallException;

    /** Returns the commands that {@link #unblock} would run. Changes nothing. */
    List<PlannedCommand> planUnblock(Collection<UUID> ids) throws FirewallException;

    /**
     * Removes these blocks, and returns when they are gone from the system's firewall; those that are not there are passed
     * over.
     *
     * @param force also those of other users
     * @return what was removed
     */
    List<Block> unblock(Collection<UUID> ids, boolean force) throws FirewallException;

    /**
     * Settles what a crash or somebody else left: ends what has expired, finishes or takes back what was half done, puts
     * back what somebody removed.
     *
     * @return the blocks that were put back
     */
    List<Block> heal() throws FirewallException;

    /**
     * Watches the system's firewall while there are blocks, and heals it within a second. Closing the result ends it.
     *
     * @param listener is told after each change, from another thread
     */
    Subscription watch(FirewallListener listener);
}
