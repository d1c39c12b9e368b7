// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.portio.cli.text.Output;
import org.portio.export.ConnectionEvent;

/** Prints events as they come, until nobody reads them any more. */
final class EventPrinter implements EventTarget {

    private final Output output;
    private final Function<ConnectionEvent, String> format;
    private final CountDownLatch end = new CountDownLatch(1);

    EventPrinter(Output output, Function<ConnectionEvent, String> format) {
        this.output = output;
        this.format = format;
    }

    @Override
    public void take(List<ConnectionEvent> events) {
        events.stream().map(format).forEach(output::println);
        if (output.out.checkError()) {
            end.countDown();
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        end.await();
    }

    @Override
    public void close() {
        // Nothing is left to do.
    }
}
