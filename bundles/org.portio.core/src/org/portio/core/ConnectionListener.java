// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.osgi.annotation.versioning.ConsumerType;

/** Told what a {@link ConnectionMonitor} sees. Called on the monitor's thread. */
@ConsumerType
public interface ConnectionListener {

    /**
     * A new snapshot.
     *
     * @param delta what happened since the last snapshot that this listener got; everything is opened in the first
     */
    void refreshed(Snapshot snapshot, Delta delta);

    /**
     * Returns whether it is also told of snapshots in which only the TCP listeners are of their time, and other sockets as
     * in the one before ({@link ConnectionSource#readListeners()}). With a great many sockets, listeners are known sooner in this
     * way. Who takes a snapshot as proof of what was not there says no.
     */
    default boolean takesListenersAlone() {
        return true;
    }

    /** A snapshot could not be taken; the next one is tried at its time. */
    void failed(ConnectionException failure);
}
