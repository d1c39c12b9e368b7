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

    /** A snapshot could not be taken; the next one is tried at its time. */
    void failed(ConnectionException failure);
}
