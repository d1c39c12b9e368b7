// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import org.portio.cli.text.Output;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Failure;
import org.portio.core.Snapshot;
import org.portio.export.ConnectionEvent;

/** Prints events as they come, until nobody reads them any more. */
final class EventPrinter implements ConnectionListener {

    private final Output output;
    private final Predicate<Connection> filter;
    private final Function<ConnectionEvent, String> format;
    private final CountDownLatch end = new CountDownLatch(1);
    private boolean told;
    private Failure lastFailure;

    /**
     * Creates one.
     *
     * @param fromStart whether what is there at the start is told as well
     */
    EventPrinter(
            Output output, Predicate<Connection> filter, Function<ConnectionEvent, String> format, boolean fromStart) {
        this.output = output;
        this.filter = filter;
        this.format = format;
        this.told = fromStart;
    }

    /** Returns when the reader of the output has gone. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        lastFailure = null;
        // All of the first snapshot is new to the monitor, which is no news by itself.
        if (told) {
            ConnectionEvent.of(delta, snapshot.time()).stream()
                    .filter(this::matches)
                    .map(format)
                    .forEach(output::println);
        }
        told = true;
        if (output.out.checkError()) {
            end.countDown();
        }
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
