// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.address.Endpoint;
import org.portio.core.process.Processes;

/** Provides the properties of a selection in the view Connections to any number of Properties views. */
public final class ConnectionProperties {

    private final ConnectionMonitor monitor;
    private final Processes processes;
    private final BiFunction<Connection, Endpoint, String> services;
    private final Function<Connection, Optional<Instant>> closed;
    private final BooleanSupplier isPast;
    private final Runnable refreshSource;
    private final List<ConnectionPropertiesPage> pages = new CopyOnWriteArrayList<>();
    private volatile Snapshot latest;

    /**
     * Creates one for one view of connections.
     *
     * @param services tells the service that one end of a connection is; empty if it is none
     * @param closed tells when a connection closed that the view still shows
     * @param isPast tells whether the view shows a moment of the past
     * @param refreshSource has the view take a snapshot now
     */
    public ConnectionProperties(
            ConnectionMonitor monitor,
            Processes processes,
            BiFunction<Connection, Endpoint, String> services,
            Function<Connection, Optional<Instant>> closed,
            BooleanSupplier isPast,
            Runnable refreshSource) {
        this.monitor = monitor;
        this.processes = processes;
        this.services = services;
        this.closed = closed;
        this.isPast = isPast;
        this.refreshSource = refreshSource;
    }

    /** Returns a new page for a view Properties. */
    public IPropertySheetPage page() {
        ConnectionInspector inspector = new ConnectionInspector(sections(), () -> latest, closed);
        return new ConnectionPropertiesPage(inspector, refreshSource, pages);
    }

    /** Returns the sections in the order in which they are shown. */
    private List<PropertySection> sections() {
        return List.of(
                new SocketSection(services),
                new ProcessSection(),
                ofPresent(new OriginSection(processes)),
                ofPresent(new TcpSection(monitor)));
    }

    /** Returns a section that asks the system, which knows nothing of the past. */
    private PropertySection ofPresent(PropertySection section) {
        return socket -> isPast.getAsBoolean() ? List.of() : section.categories(socket);
    }

    /** Takes in each snapshot before its rows are shown, on any thread. */
    public void refreshed(Snapshot snapshot) {
        latest = snapshot;
        pages.forEach(ConnectionPropertiesPage::refresh);
    }
}
