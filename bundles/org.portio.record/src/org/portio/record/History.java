// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.Connection;

/** The past as far as it is kept. From any thread. */
@ProviderType
public interface History extends AutoCloseable {

    /**
     * Answers a question.
     *
     * @throws RecordException if what is kept cannot be read; the message says what to do
     */
    Answer ask(Question question) throws RecordException;

    /**
     * Returns the number of files that another version of PortIO has written, in a format that this one does not know: what
     * they tell is in no answer, so their time is one that was not watched. They go when their time is over, or with whatever is
     * forgotten next, since nobody can tell what is in them.
     *
     * @throws RecordException if what is kept cannot be read; the message says what to do
     */
    int unread() throws RecordException;

    /**
     * Forgets the accounts of sockets that ended before this time and that are chosen, for ever; those that are still open
     * stay. Returns the number of them. Afterwards, they count as missed; if all are chosen, by {@link Question#ANY}, the time
     * before is one that was not watched, and what PortIO did in it is forgotten, too.
     *
     * @throws RecordException if that fails; the message says what to do
     */
    long forget(Instant before, Predicate<Connection> chosen) throws RecordException;

    @Override
    void close();
}
