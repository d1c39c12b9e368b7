// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import org.portio.core.ConnectionSource;

/** A source with its rank among the others, which is asked once whether it works here. */
final class RankedSource {

    private final ConnectionSource source;
    private final int ranking;
    private Boolean available;

    RankedSource(ConnectionSource source, int ranking) {
        this.source = source;
        this.ranking = ranking;
    }

    ConnectionSource source() {
        return source;
    }

    int ranking() {
        return ranking;
    }

    synchronized boolean isAvailable() {
        if (available == null) {
            available = ask();
        }
        return available;
    }

    private boolean ask() {
        try {
            return source.isAvailable();
        } catch (RuntimeException e) {
            log().log(
                            System.Logger.Level.WARNING,
                            "source of connections left out: "
                                    + source.getClass().getName(),
                            e);
            return false;
        }
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(RankedSource.class.getName());
    }
}
