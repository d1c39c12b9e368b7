// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;

/** A source of PortIO in this process: the time until the rows are in memory, with their owners. */
public final class SourcePeer implements Peer {

    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int FEWEST_WARM_UP_CALLS = 3;

    private final String name;
    private final Supplier<ConnectionSource> source;

    private SourcePeer(String name, Supplier<ConnectionSource> source) {
        this.name = name;
        this.source = source;
    }

    /** Refreshes one source again and again, as a view does. */
    public static SourcePeer refresh(String name, ConnectionSource source) {
        return new SourcePeer(name, () -> source);
    }

    /** Takes a new source each time, which knows nothing yet; the code is already compiled. */
    public static SourcePeer firstScan(String name, Supplier<ConnectionSource> source) {
        return new SourcePeer(name, source);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long measure() throws IOException {
        try {
            long start = System.nanoTime();
            source.get().read();
            return System.nanoTime() - start;
        } catch (ConnectionException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int callsPerRound() {
        return 3;
    }

    @Override
    public void warmUp() throws IOException {
        long end = System.nanoTime() + WARM_UP.toNanos();
        for (int i = 0; i < FEWEST_WARM_UP_CALLS || System.nanoTime() < end; i++) {
            measure();
        }
    }
}
