// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.util.List;
import java.util.function.Predicate;
import org.portio.cli.text.Output;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Failure;
import org.portio.core.Snapshot;
import org.portio.export.ConnectionEvent;

/** Passes on the events of the connections that are chosen, before or after. */
final class ChosenEvents implements ConnectionListener {

    private final Predicate<Connection> filter;
    private final EventTarget target;
    private final Output output;
    private boolean told;
    private Failure lastFailure;

    /**
     * Creates one.
     *
     * @param fromStart whether what is there at the start is told as well
     * @param output where failures are noted
     */
    ChosenEvents(Predicate<Connection> filter, boolean fromStart, EventTarget target, Output output) {
        this.filter = filter;
        this.told = fromStart;
        this.target = target;
        this.output = output;
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        lastFailure = null;
        // All of the first snapshot is new to the monitor, which is no news by itself.
        List<ConnectionEvent> news = told ? ConnectionEvent.of(delta, snapshot.time()) : List.of();
        told = true;
        target.take(news.stream().filter(this::matches).toList());
    }

    /** Tells it once, and not again at each try. */
    @Override
    public void failed(ConnectionException failure) {
        if (!failure.failure().equals(lastFailure)) {
            lastFailure = failure.failure();
            output.note(failure.getMessage());
        }
    }

    private boolean matches(ConnectionEvent event) {
        return filter.test(event.connection()) || event.before() != null && filter.test(event.before());
    }
}
