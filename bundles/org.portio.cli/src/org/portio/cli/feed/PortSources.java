// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.util.List;
import java.util.Locale;
import org.portio.core.system.Subscription;
import org.portio.feed.FeedServer;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** Tells the feed how reservations and blocks stand. If one of them cannot be watched, the feed goes on without it. */
final class PortSources {

    private PortSources() {}

    /** Returns what all news is compared with: none if they cannot be read, of which the watch tells. */
    static List<PortState> now(Reservations reservations) {
        try {
            return reservations.list().stream().map(PortSources::state).toList();
        } catch (ReservationException _) {
            return List.of();
        }
    }

    /** Returns the same of blocks. */
    static List<PortState> now(Firewall firewall) {
        try {
            return firewall.blocks().stream().map(PortSources::state).toList();
        } catch (FirewallException _) {
            return List.of();
        }
    }

    static Subscription reservations(Reservations reservations, FeedServer server) {
        return reservations.watch(new ReservationListener() {

            @Override
            public void changed(List<ReservationStatus> all) {
                server.show(
                        Subject.RESERVATION,
                        all.stream().map(PortSources::state).toList());
            }

            @Override
            public void failed(ReservationException failure) {
                note("reservations", failure);
            }
        });
    }

    static Subscription blocks(Firewall firewall, FeedServer server) {
        return firewall.watch(new FirewallListener() {

            @Override
            public void changed(List<Block> blocks) {
                server.show(
                        Subject.BLOCK, blocks.stream().map(PortSources::state).toList());
            }

            @Override
            public void healed(List<Block> blocks) {
                // The state says it.
            }

            @Override
            public void failed(FirewallException failure) {
                if (!failure.isExpected()) {
                    note("blocks", failure);
                }
            }
        });
    }

    private static void note(String what, Exception failure) {
        System.getLogger(PortSources.class.getName())
                .log(System.Logger.Level.WARNING, "the feed does not see " + what + ": " + failure.getMessage());
    }

    private static PortState state(ReservationStatus status) {
        Reservation reservation = status.reservation();
        return new PortState(
                Subject.RESERVATION,
                status.key().toString(),
                status.key().protocol(),
                String.valueOf(status.key().port()),
                status.state().label(),
                reservation.executable().isEmpty() ? reservation.note() : reservation.executable());
    }

    /** Leaves out the counter, which changes with each packet. */
    private static PortState state(Block block) {
        return new PortState(
                Subject.BLOCK,
                block.id().toString(),
                block.request().protocol(),
                block.request().ports().toString(),
                block.state().name().toLowerCase(Locale.ROOT),
                block.request().toString());
    }
}
