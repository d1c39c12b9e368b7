// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portio.record.Act;
import org.portio.record.Coverage;

/** A part of the past, such as a segment. */
public interface Part {

    /** The accounts of a part that match a query. */
    record Matches(long total, List<Group> groups) {

        /** Returns a time in microseconds that none of them was opened after. */
        long newest() {
            return groups.stream().mapToLong(Group::newest).max().orElse(Micros.MIN);
        }
    }

    /**
     * Counts what matches.
     *
     * @param superseded those of its accounts that a later part tells anew
     * @param files keeps open what the groups read from
     */
    Matches find(Query query, Superseded superseded, OpenFiles files) throws IOException;

    Collection<Act> acts();

    /** Returns the stretches that were watched, as far as this part has the accounts of that time. */
    Collection<Coverage> coverage();

    /** Returns the accounts, by their ids, that it tells anew although an earlier part has told their end. */
    Set<Long> toldAgain();
}
