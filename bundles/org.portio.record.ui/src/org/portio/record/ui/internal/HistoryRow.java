// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Instant;
import org.portio.core.Connection;
import org.portio.record.Account;
import org.portio.record.Act;

/** A row of the view History. */
public sealed interface HistoryRow {

    /** Returns when it began, as early as that may have been; {@link Instant#MIN} if that is not known. */
    Instant begin();

    /** Returns the socket that it is about; null if none. */
    default Connection connection() {
        return null;
    }

    /** Returns what makes it the same row after it was read again. */
    Object key();

    /**
     * The life of a socket.
     *
     * @param isRecent whether it is known from memory, whose numbers of accounts are others than those on the disk
     */
    record Life(Account account, boolean isRecent) implements HistoryRow {

        private record Key(long id, boolean isRecent) {}

        @Override
        public Instant begin() {
            return account.opened().earliest();
        }

        @Override
        public Connection connection() {
            return account.connection();
        }

        @Override
        public Object key() {
            return new Key(account.id(), isRecent);
        }
    }

    /** Something that PortIO did. */
    record Done(Act act) implements HistoryRow {

        @Override
        public Instant begin() {
            return act.time();
        }

        @Override
        public Object key() {
            return act;
        }
    }

    /** A time that was not watched: nothing is known of it. */
    record Gap(Instant from, Instant until) implements HistoryRow {

        @Override
        public Instant begin() {
            return from;
        }

        /** One that still lasts is the same a second later. */
        @Override
        public Object key() {
            return from;
        }
    }

    /** A socket that the filter is asked about, before anything is read of its life. */
    record Candidate(Connection connection) implements HistoryRow {

        @Override
        public Instant begin() {
            return Instant.MIN;
        }

        @Override
        public Object key() {
            return connection;
        }
    }
}
