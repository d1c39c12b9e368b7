// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Duration;
import org.portio.core.PortioException.Kind;

/**
 * The way in which the feed is served.
 *
 * @param events where subscribers connect to
 * @param snapshots where they ask for a snapshot
 * @param plain whether everybody may read it, unencrypted; only on loopback
 * @param clients how many connections each of the two takes at a time
 * @param heartbeat how often the feed says that it is there, also if nothing happens; at least 10 ms
 * @param patience how long a client may answer nothing until it is cut; at least 100 ms
 */
public record FeedSettings(
        FeedAddress events, FeedAddress snapshots, boolean plain, int clients, Duration heartbeat, Duration patience) {

    /** The address that is bound if nothing else is asked for. */
    public static final String ADDRESS = "tcp://127.0.0.1:5556";

    /** Connections at a time if nothing else is asked for. */
    public static final int CLIENTS = 400;

    /** The most connections that can be asked for. */
    public static final int MOST_CLIENTS = 9999;

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    /** Long enough that a feed that is busy with encryption does not take those who answer for silent. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int LAST_PORT = 65_535;

    /**
     * Returns the usual settings.
     *
     * @param snapshots null for the port after that of the events
     * @throws FeedException if they do not fit together, or others could read the feed; the message says what to do
     */
    public static FeedSettings of(FeedAddress events, FeedAddress snapshots, boolean plain) throws FeedException {
        FeedAddress second = snapshots == null ? next(events) : snapshots;
        if (second.equals(events) && events.port() != 0) {
            throw new FeedException(
                    Kind.INVALID, "events and snapshots cannot share " + events, "choose another port for one of them");
        }
        if (plain && !(events.isLoopback() && second.isLoopback())) {
            FeedAddress open = events.isLoopback() ? second : events;
            throw new FeedException(
                    Kind.REFUSED,
                    "other machines could read everything on " + open + " without a key",
                    "leave out --plain, and allow each subscriber's key; or bind it to 127.0.0.1");
        }
        return new FeedSettings(events, second, plain, CLIENTS, HEARTBEAT, PATIENCE);
    }

    /** Returns the same for this many connections at a time. */
    public FeedSettings withClients(int number) {
        return new FeedSettings(events, snapshots, plain, number, heartbeat, patience);
    }

    /** Returns the same with a heartbeat this often. */
    public FeedSettings withHeartbeat(Duration interval) {
        return new FeedSettings(events, snapshots, plain, clients, interval, patience);
    }

    /** Returns the same with so much patience. */
    public FeedSettings withPatience(Duration time) {
        return new FeedSettings(events, snapshots, plain, clients, heartbeat, time);
    }

    /** Returns the address with the next port; the system chooses that too if it chooses the first. */
    private static FeedAddress next(FeedAddress events) throws FeedException {
        if (events.port() == LAST_PORT) {
            throw new FeedException(
                    Kind.INVALID, "no port follows " + LAST_PORT + " for the snapshots", "name one: --snapshot-bind");
        }
        return events.port() == 0 ? events : events.withPort(events.port() + 1);
    }
}
