// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.Optional;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contribution.Answer;

/** A source among others, which is asked once whether it works here, and whose faults are not those of who asks it. */
final class RankedSource {

    /** A question to a source. */
    @FunctionalInterface
    interface Question<T> {
        T to(ConnectionSource source) throws ConnectionException;
    }

    /** The answer of a source, or its reason for refusing. */
    private record Reply<T>(T value, ConnectionException refusal) {}

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Contribution<ConnectionSource> source;
    private final boolean isOwn;
    private Boolean available;

    /**
     * One of many.
     *
     * @param isOwn whether it is one that PortIO brings, which is asked on the thread that needs the answer
     */
    RankedSource(Contribution<ConnectionSource> source, boolean isOwn) {
        this.source = source;
        this.isOwn = isOwn;
    }

    ConnectionSource source() {
        return source.service();
    }

    int ranking() {
        return source.ranking();
    }

    synchronized boolean isAvailable() {
        if (available == null) {
            Answer<Boolean> answer = answer(ConnectionSource::isAvailable);
            if (answer.fault() == Contribution.Fault.LATE) {
                return false; // not now
            }
            available = answer.or(false);
        }
        return available;
    }

    /**
     * Returns its answer; nothing if it is faulty, which is in the log then.
     *
     * @throws ConnectionException if it says that it cannot
     */
    <T> Optional<T> ask(Question<T> question) throws ConnectionException {
        Answer<Reply<T>> answer = answer(asked -> {
            try {
                T value = question.to(asked);
                return value == null ? null : new Reply<>(value, null);
            } catch (ConnectionException e) {
                return new Reply<>(null, e);
            }
        });
        Reply<T> reply = answer.or(new Reply<>(null, null));
        if (reply.refusal() != null) {
            throw reply.refusal();
        }
        return Optional.ofNullable(reply.value());
    }

    private <R> Answer<R> answer(Contribution.Question<ConnectionSource, R> question) {
        return isOwn ? source.askHere(question) : source.ask(LIMIT, question);
    }
}
