// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.portio.record.Account;

/** Keeps the accounts that were opened last, up to a number of them. From any thread. */
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
    public synchronized boolean takes(long opened) {
        return kept.size() < limit || limit > 0 && opened >= kept.peek().opened();
    }

    public synchronized void offer(long opened, long id, Group group, int row) {
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
        // Nobody offers any more.
        kept.forEach(
                one -> rows.computeIfAbsent(one.group(), _ -> new ArrayList<>()).add(one.row()));
        try {
            return List.copyOf(rows.entrySet()).parallelStream()
                    .flatMap(entry -> accounts(entry.getKey(), entry.getValue()))
                    .sorted(OLDEST_FIRST)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Stream<Account> accounts(Group group, List<Integer> rows) {
        try {
            return group.accounts(rows).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
