// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;

/**
 * The content of a closed segment.
 *
 * @param began when it began
 * @param ended when the next one began
 * @param accounts those that ended in it; may be a view that makes each when it is asked for
 * @param again ids of those among them whose end an earlier segment has told, too
 */
public record Segment(
        Instant began,
        Instant ended,
        List<Account> accounts,
        Set<Long> again,
        Collection<Act> acts,
        Collection<Coverage> coverage) {

    /** Returns the same with other accounts. */
    public Segment withAccounts(List<Account> others) {
        return new Segment(began, ended, others, again, acts, coverage);
    }
}
