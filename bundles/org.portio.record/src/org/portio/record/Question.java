// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.portio.core.Connection;

/**
 * A question about the past.
 *
 * @param from the beginning of the time asked about; equals {@code until} for one moment
 * @param until its end
 * @param port the local or remote port that is asked about; 0 for any
 * @param filter chooses among the sockets, as they were last seen
 * @param limit number of accounts to give at most, the newest; the others are counted
 */
public record Question(Instant from, Instant until, int port, Predicate<Connection> filter, int limit) {

    public Question {
        Objects.requireNonNull(filter, "filter");
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("the time asked about ends before it begins");
        }
    }
}
