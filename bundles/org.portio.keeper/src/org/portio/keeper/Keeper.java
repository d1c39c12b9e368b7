// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.system.SetAside;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;

/** The keeper of this user, as its clients see it. If none runs, one is started when something needs it. */
@ProviderType
public interface Keeper {

    /** Returns those that the keeper holds. If no keeper is running, listing them starts one only if there are any. */
    Reservations reservations();

    /** Returns those that the keeper runs. */
    TemporaryServers servers();

    /** Returns temporary servers that have ended with their keeper, without anybody having stopped them. Starts no keeper. */
    List<LostServer> lostServers() throws KeeperException;

    /** Tells no more of this one. */
    void forget(LostServer server) throws KeeperException;

    /** Returns what was damaged of the files of reservations and servers, and where the copies are; the oldest first. Asks no keeper. */
    default List<SetAside> setAside() {
        return List.of();
    }

    /** Returns the one that runs; empty if none does. Starts none. */
    Optional<KeeperStatus> status() throws KeeperException;

    /** Starts one if none runs; returns the one that runs then. */
    KeeperStatus start() throws KeeperException;

    /**
     * Asks a companion of the keeper, which is started if none runs.
     *
     * @param companion its name
     * @throws KeeperException if it refuses; the failure is that of the companion
     */
    String ask(String companion, String question) throws KeeperException;

    /** Asks a companion of the keeper that runs; empty if none does. */
    Optional<String> askIfRunning(String companion, String question) throws KeeperException;

    /** Ends it, with all holds and servers; reservations stay on the disk. False if none ran. */
    boolean stop() throws KeeperException;
}
