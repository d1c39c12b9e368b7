// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.portio.record.Account;

/** Keeps the accounts that were opened last, up to a number of them. */
public final class Newest {

    /** An account that is not made yet: a row of a group. */
    private record Candidate(long opened, long id, Group group, int row) {}

    private static final Comparator<Candidate> BY_TIME =
            Comparator.comparingLong(Candidate::opened).thenComparingLong(Candidate::id);
    private static final Comparator<Account> OLDEST_FIRST =
            Comparator.comparing((Account account) -> account.opened().latest()).thenComparingLong(Account::id);

    private final int limit;
    private final PriorityQueue<Candidate> kept = new PriorityQueue<>(BY_TIME);

    Newest(int limit) {
        this.limit = limit;
    }

    /** Returns whether one that was opened at this time, in microseconds, would be kept. */
    public boolean takes(long opened) {
        return kept.size() < limit || limit > 0 && opened >= kept.peek().opened();
    }

    public void offer(long opened, long id, Group group, int row) {
        if (takes(opened)) {
            kept.add(new Candidate(opened, id, group, row));
            if (kept.size() > limit) {
                kept.poll();
            }
        }
    }

    /** Makes them, the one that was opened first at the beginning. */
    List<Account> accounts() throws IOException {
        Map<Group, List<Integer>> rows = new IdentityHashMap<>();
        kept.forEach(one ->
                rows.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one.row()));
        List<Account> accounts = new ArrayList<>(kept.size());
        for (Map.Entry<Group, List<Integer>> entry : rows.entrySet()) {
            accounts.addAll(entry.getKey().accounts(entry.getValue()));
        }
        accounts.sort(OLDEST_FIRST);
        return accounts;
    }
}
