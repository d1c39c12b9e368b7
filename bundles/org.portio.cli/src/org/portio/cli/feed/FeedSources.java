// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Services;
import org.portio.core.ConnectionMonitor;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Subscription;
import org.portio.feed.PortState.Subject;
import org.portio.feed.SwitchedFeed.Sources;
import org.portio.firewall.Firewall;
import org.portio.reservation.Reservations;

/** All that a feed tells of: connections, reservations and blocks. */
public final class FeedSources {

    private FeedSources() {}

    /** Returns those of a process that is not the keeper. A user without a place for files has no reservations and no blocks. */
    static Sources of(Services services, ConnectionMonitor monitor) {
        try {
            return of(monitor, services.keeper().reservations(), services.firewallAtHand());
        } catch (NoHomeException _) {
            return server -> monitor.follow(server)::close;
        }
    }

    /** Returns those of the keeper. */
    public static Sources of(ConnectionMonitor monitor, Reservations reservations, Firewall firewall) {
        return server -> {
            // If nothing can be read at all, this fails, and so does the start of the feed.
            monitor.snapshot();
            List<Subscription> all = new ArrayList<>();
            server.show(Subject.RESERVATION, PortSources.now(reservations));
            server.show(Subject.BLOCK, PortSources.now(firewall));
            all.add(monitor.follow(server)::close);
            all.add(PortSources.reservations(reservations, server));
            all.add(PortSources.blocks(firewall, server));
            return () -> all.forEach(Subscription::close);
        };
    }
}
