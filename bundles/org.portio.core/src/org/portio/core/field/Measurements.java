// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;

/**
 * The measurements of TCP on connections, as fields of them. The kernel is asked by {@link #refresh} alone; a field that is read
 * says so before, so that nothing is asked that nobody looks at. From any thread.
 */
public final class Measurements {

    /** A kind of value, by the questions that it takes. */
    public enum Part {
        /** Known after the system was asked once. */
        TOTAL,
        /** Known after it was asked twice, since it is what comes through in a time. */
        RATE
    }

    /** Reads a number of a connection with this key; below zero if it is not known. */
    @FunctionalInterface
    private interface Reading {
        long of(MeasureTable table, long platformKey);
    }

    private final Consumer<Part> beforeUse;
    private final LongSupplier clock;
    private final List<ConnectionField<Long>> fields;
    private volatile MeasureTable table = MeasureTable.EMPTY;

    /** Creates them with what is run, on any thread, before a value is read. */
    public Measurements(Consumer<Part> beforeUse) {
        this(beforeUse, System::nanoTime);
    }

    Measurements(Consumer<Part> beforeUse, LongSupplier clock) {
        this.beforeUse = beforeUse;
        this.clock = clock;
        fields = List.of(
                field("bytesReceived", "Bytes In", Part.TOTAL, MeasureTable::received),
                field("bytesSent", "Bytes Out", Part.TOTAL, MeasureTable::sent),
                field("rate", "Rate", Part.RATE, MeasureTable::rate),
                field("rttMicros", "Round Trip", Part.TOTAL, MeasureTable::roundTrip),
                field("retransmissions", "Retransmissions", Part.TOTAL, MeasureTable::retransmissions));
    }

    /**
     * Returns the fields, each null for a connection of which it is not known: {@code bytesReceived}, {@code bytesSent},
     * {@code rate} in bytes a second, {@code rttMicros} and {@code retransmissions}.
     */
    public List<ConnectionField<Long>> fields() {
        return fields;
    }

    /**
     * Asks for all of them anew, and waits for it.
     *
     * @throws ConnectionException if the system does not tell; what was known before stays
     */
    public synchronized void refresh(ConnectionMonitor monitor) throws ConnectionException {
        MeasureTable next = new MeasureTable(table, clock.getAsLong());
        monitor.measure(next);
        table = next.finished();
    }

    private ConnectionField<Long> field(String id, String title, Part part, Reading value) {
        return ConnectionField.of(id, Long.class, socket -> value(socket, part, value))
                .titled(title);
    }

    private Long value(Connection socket, Part part, Reading value) {
        beforeUse.accept(part);
        long number = value.of(table, socket.platformKey());
        return number < 0 ? null : number;
    }
}
