// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.portio.core.TcpState;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Moment;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.record.ui.internal.HistoryRow.Done;
import org.portio.record.ui.internal.HistoryRow.Gap;
import org.portio.record.ui.internal.HistoryRow.Life;

/** Says when something was, and what it was. */
final class LifeText {

    private LifeText() {}

    static String opened(HistoryRow row) {
        return switch (row) {
            case Life life -> PastText.of(life.account().opened());
            case Done done -> PastText.of(done.act().time());
            case Gap gap -> gap.from().equals(Instant.MIN) ? "" : PastText.of(gap.from());
            case Candidate _ -> "";
        };
    }

    static String closed(HistoryRow row) {
        return switch (row) {
            case Life life when life.account().isOpen() -> Messages.LifeText_open;
            case Life life -> PastText.of(life.account().closed());
            case Gap gap -> PastText.of(gap.until());
            case Done _, Candidate _ -> "";
        };
    }

    /** Returns the end by which rows are ordered: sockets that are open come after all others. */
    static Instant end(HistoryRow row) {
        return switch (row) {
            case Life life when life.account().isOpen() -> Instant.MAX;
            case Life life -> life.account().closed().earliest();
            case Gap gap -> gap.until();
            case Done done -> done.act().time();
            case Candidate _ -> Instant.MIN;
        };
    }

    static String duration(HistoryRow row) {
        Duration lifetime = lifetime(row);
        if (lifetime.isNegative()) {
            return "";
        }
        boolean isAtLeast = row instanceof Life life && !isKnown(life.account());
        return (isAtLeast ? Messages.LifeText_atLeast : "") + PastText.of(lifetime);
    }

    private static boolean isKnown(Account account) {
        return !account.opened().earliest().equals(Instant.MIN)
                && !account.closed().latest().equals(Instant.MAX);
    }

    /** Returns how long a socket certainly lasted; negative if that is not known, as long as it is open. */
    static Duration lifetime(HistoryRow row) {
        if (row instanceof Gap gap && !gap.from().equals(Instant.MIN)) {
            return Duration.between(gap.from(), gap.until());
        }
        if (!(row instanceof Life life) || life.account().isOpen()) {
            return Duration.ofSeconds(-1);
        }
        Moment opened = life.account().opened();
        Moment closed = life.account().closed();
        Duration certain = Duration.between(opened.latest(), closed.earliest());
        return certain.isNegative() ? Duration.ZERO : certain;
    }

    static String whatText(HistoryRow row) {
        return switch (row) {
            case Life life -> life.account().role().label();
            case Done done -> act(done.act());
            case Gap _ -> Messages.LifeText_notWatched;
            case Candidate _ -> "";
        };
    }

    private static String act(Act act) {
        return "PortIO: " + act.action() + " " + act.what() + " (" + act.by() + "): " + act.result();
    }

    static String states(Account account) {
        return account.states().stream().sorted().map(TcpState::label).collect(Collectors.joining(", "));
    }

    static String learnt(Account account) {
        String opened = account.opened().evidence().label();
        return account.isOpen()
                ? opened
                : opened + ", " + account.closed().evidence().label();
    }

    static String directories(Account account) {
        return account.directories().values().stream().distinct().sorted().collect(Collectors.joining(", "));
    }
}
