// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.Question;
import org.portio.record.RecentHistory;

/** The last minutes, in memory. */
public final class RecentPast implements RecentHistory {

    /** About 100 MB. */
    private static final int MOST = 200_000;

    private static final Duration PIECE = Duration.ofMinutes(1);

    /** An account that ended, and when that was told. */
    private record Ended(long id, Instant closed) {}

    private final Duration time;
    private final LiveAccounts accounts = new LiveAccounts();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private final Stretches stretches = new Stretches();
    private Instant cut = Instant.MIN;

    public RecentPast(Duration time) {
        this.time = time;
    }

    @Override
    public synchronized void account(Account account) {
        accounts.add(account, false);
        if (!account.isOpen()) {
            ended.add(new Ended(account.id(), account.closed().latest()));
        }
        if (ended.size() > MOST) {
            forgetOldest();
        }
    }

    @Override
    public synchronized void act(Act act) {
        accounts.add(act);
    }

    @Override
    public synchronized void coverage(Coverage coverage) {
        accounts.add(stretches.piece(coverage));
        if (cut.plus(PIECE).isBefore(coverage.until())) {
            cut = stretches.cut();
            forgetBefore(coverage.until().minus(time));
        }
    }

    /** A tenth at a time: what is known of that time goes as a whole. */
    private void forgetOldest() {
        forgetBefore(ended.stream().skip(MOST / 10).findFirst().orElseThrow().closed());
    }

    private void forgetBefore(Instant before) {
        Set<Long> going = new HashSet<>();
        while (!ended.isEmpty() && ended.peek().closed().isBefore(before)) {
            going.add(ended.remove().id());
        }
        accounts.removeIf(account -> !account.isOpen() && going.contains(account.id()));
        accounts.cutBefore(before);
    }

    @Override
    public synchronized Answer ask(Question question) {
        try {
            return Answering.of(List.of(accounts), Query.of(question));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
    }

    @Override
    public int unread() {
        return 0;
    }

    @Override
    public synchronized long forget(Instant before, Predicate<Connection> chosen) {
        long forgotten = accounts.removeIf(account ->
                !account.isOpen() && account.closed().earliest().isBefore(before) && chosen.test(account.connection()));
        if (chosen == Question.ANY) {
            accounts.cutBefore(before);
        } else {
            accounts.unsee(forgotten);
        }
        return forgotten;
    }

    @Override
    public void close() {
        // It goes with the process.
    }
}
