// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * The tie between a child and its parent: the child's standard input. It ends when the parent closes it or dies for
 * any reason; after an hour the child gives up in any case.
 */
final class Lifeline {

    static final String READY = "ready";
    private static final Duration AT_MOST = Duration.ofHours(1);

    private final Thread reader;
    private final long end = System.nanoTime() + AT_MOST.toNanos();

    private Lifeline() {
        reader = Thread.ofPlatform().daemon().start(Lifeline::drainInput);
    }

    /** Tells the parent that everything is open. */
    static Lifeline ready() throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((READY + "\n").getBytes());
        }
        return new Lifeline();
    }

    /** Waits this long; returns false when it is time to end. */
    boolean holds(Duration wait) throws InterruptedException {
        return !reader.join(wait) && System.nanoTime() < end;
    }

    void awaitEnd() throws InterruptedException {
        reader.join(AT_MOST);
    }

    private static void drainInput() {
        try {
            System.in.transferTo(FileOutputStream.nullOutputStream());
        } catch (IOException e) {
            // A parent that cannot be heard is gone: end as at the end of the stream.
            Thread.currentThread().interrupt();
        }
    }
}
