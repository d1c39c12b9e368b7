// SPDX-License-Identifier: EPL-2.0
package org.portio.core.insight;

import java.util.Objects;
import java.util.Optional;
import org.portio.core.Snapshot;

/**
 * The sockets that rules look at.
 *
 * @param now those of this moment
 * @param before those of an earlier moment to compare with, from seconds to days before; null if there are none
 */
public record Observation(Snapshot now, Snapshot before) {

    public Observation {
        Objects.requireNonNull(now, "now");
    }

    /** Returns one of this moment alone. */
    public static Observation of(Snapshot now) {
        return new Observation(now, null);
    }

    /** Returns the sockets of the earlier moment. */
    public Optional<Snapshot> earlier() {
        return Optional.ofNullable(before);
    }
}
