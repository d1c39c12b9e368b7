// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;
import java.util.Objects;

/**
 * More happened than could be taken in: events of this kind that should have come before this one are lost.
 *
 * @param kind the kind of them
 */
public record EventsLost(Instant time, EventKind kind) implements KernelEvent {

    public EventsLost {
        Objects.requireNonNull(kind, "kind");
    }
}
