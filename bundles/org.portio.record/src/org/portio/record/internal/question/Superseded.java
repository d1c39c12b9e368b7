// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/** The accounts of a part that a later part tells anew, by their ids. */
public final class Superseded {

    /** Not one. */
    public static final Superseded NONE = new Superseded(List.of(), _ -> false);

    /** The ids that are known one by one. */
    private final TreeSet<Long> ids;

    private final LongPredicate others;

    private Superseded(Collection<Long> ids, LongPredicate others) {
        this.ids = new TreeSet<>(ids);
        this.others = others;
    }

    static Superseded of(Collection<Long> ids) {
        return ids.isEmpty() ? NONE : new Superseded(ids, _ -> false);
    }

    /** Creates one for a part in memory, of which each account is looked at anyway. */
    static Superseded of(LongPredicate ids) {
        return new Superseded(List.of(), ids);
    }

    public boolean has(long id) {
        return ids.contains(id) || others.test(id);
    }

    /** Returns whether it has one of those that are known one by one from the first to the last id. */
    public boolean hasWithin(long first, long last) {
        Long next = ids.ceiling(first);
        return next != null && next <= last;
    }
}
