// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.reservation.Remap;
import org.portio.reservation.Remaps;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

/** The column Asked For of the view Connections: the port that a program wanted, if it was given another one. */
@Component(property = ConnectionColumnProvider.ANSWERS_AT_ONCE + ":Boolean=true")
public final class AskedPortColumn implements ConnectionColumnProvider {

    private static final long AGE = Duration.ofSeconds(1).toNanos();
    private static final int WIDTH = 80;

    private final Remaps remaps;
    private final Executor reader;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile Map<Integer, Integer> asked = Map.of();

    @Activate
    public AskedPortColumn() {
        this(ofUser(), Thread::startVirtualThread);
    }

    /**
     * Makes one.
     *
     * @param reader runs what reads files
     */
    AskedPortColumn(Remaps remaps, Executor reader) {
        this.remaps = remaps;
        this.reader = reader;
    }

    private static Remaps ofUser() {
        try {
            return Remaps.of(Places.ofSystem());
        } catch (NoHomeException _) {
            // Nobody without a home directory can have given any.
            return List::of;
        }
    }

    @Override
    public List<Column<Connection>> columns() {
        return List.of(Column.<Connection>port("askedFor", Messages.AskedPortColumn_title, this::port)
                .wide(WIDTH));
    }

    private Long port(Connection connection) {
        long look = nextLook.get();
        if (System.nanoTime() - look >= 0 && nextLook.compareAndSet(look, System.nanoTime() + AGE)) {
            reader.execute(this::read);
        }
        boolean serves = connection.isListening() || connection.protocol() == Protocol.UDP;
        Integer port = serves ? asked.get(connection.local().port()) : null;
        return port == null ? null : port.longValue();
    }

    private void read() {
        try {
            Map<Integer, Integer> ports = new HashMap<>();
            for (Remap remap : remaps.list()) {
                ports.put(remap.given(), remap.asked());
            }
            asked = ports;
        } catch (IOException e) {
            System.getLogger(AskedPortColumn.class.getName())
                    .log(System.Logger.Level.DEBUG, "the remapped ports cannot be read", e);
        }
    }
}
