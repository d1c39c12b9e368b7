// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.time.Duration;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;

/**
 * When views of connections are refreshed.
 *
 * @param follows as soon as something changes
 * @param interval otherwise the time from one refresh to the next
 */
record RefreshRate(boolean follows, Duration interval) {

    static RefreshRate ofPreferences() {
        return new RefreshRate(PortioPreferences.followsChanges(), PortioPreferences.refreshInterval());
    }

    Schedule subscribe(ConnectionMonitor monitor, ConnectionListener listener) {
        return follows ? monitor.follow(listener) : monitor.subscribe(interval, listener);
    }
}
