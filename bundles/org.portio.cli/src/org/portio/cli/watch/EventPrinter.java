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
    private boolean started;
    private Failure lastFailure;

    EventPrinter(Output output, Predicate<Connection> filter, Function<ConnectionEvent, String> format) {
        this.output = output;
        this.filter = filter;
        this.format = format;
    }

    /** Returns when the reader of the output has gone. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        lastFailure = null;
        // All of the first snapshot is new to the monitor, and nothing of it is news.
        if (started) {
            ConnectionEvent.of(delta, snapshot.time()).stream()
                    .filter(this::matches)
                    .map(format)
                    .forEach(output::println);
        }
        started = true;
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
