// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.util.Optional;
import org.portio.core.ChangeSigns;
import org.portio.core.ChangeSigns.Sign;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;

/** The signs of change that one source gives, if it gives any. Whatever is wrong with them, snapshots go on being taken. */
final class Signs {

    /** The signs that no source gives. */
    static final Signs NONE = new Signs(null, null);

    private final RankedSource source;
    /** Null if the source gives none, or none any more. */
    private ChangeSigns given;

    private Signs(RankedSource source, ChangeSigns given) {
        this.source = source;
        this.given = given;
    }

    /** Returns those of this source: these if it is the same, otherwise new ones, and lets go of these. */
    Signs of(RankedSource wanted) {
        if (wanted == source) {
            return this;
        }
        close();
        return wanted == null ? NONE : new Signs(wanted, open(wanted));
    }

    private static ChangeSigns open(RankedSource source) {
        try {
            return source.ask(ConnectionSource::signs).flatMap(signs -> signs).orElse(null);
        } catch (ConnectionException e) {
            return none(e);
        }
    }

    private static ChangeSigns none(ConnectionException reason) {
        Audience.log().log(
                System.Logger.Level.INFO,
                "connections are read once a second, because the source gives no signs of change",
                reason);
        return null;
    }

    boolean areGiven() {
        return given != null;
    }

    /** Returns what was noticed; nothing if none are given. */
    Sign look() {
        if (given == null) {
            return Sign.NONE;
        }
        Optional<Sign> sign = Optional.empty();
        try {
            sign = source.ask(_ -> given.look());
        } catch (ConnectionException e) {
            none(e);
        }
        if (sign.isEmpty()) {
            close();
        }
        return sign.orElse(Sign.CHANGED);
    }

    void close() {
        if (given != null) {
            given.close();
            given = null;
        }
    }
}
