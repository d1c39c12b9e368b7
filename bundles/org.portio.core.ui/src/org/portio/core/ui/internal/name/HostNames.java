// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.portio.core.Connection;
import org.portio.core.address.Addresses;
import org.portio.core.filter.AddressCells;
import org.portio.core.system.Subscription;
import org.portio.ui.PortioPreferences;
import org.portio.ui.table.Column;

/** The names of remote addresses in the window: all of them if the user wants that, else those that somebody asked for. */
@Component(service = HostNames.class)
public final class HostNames {

    /** The time that a command waits for answers; what comes later is shown in the table all the same. */
    private static final int PATIENCE_SECONDS = 5;
    /** Answers come one by one, and rows are not arranged anew for each. */
    private static final long GATHER_MILLIS = 300;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Job tell = Job.createSystem("Show host names", (ICoreRunnable) _ -> listeners.forEach(Runnable::run));
    private final NameCache cache = new NameCache(Lookup::name, System::nanoTime, () -> tell.schedule(GATHER_MILLIS));
    private final IPreferenceChangeListener preference = event -> {
        if (event.getKey().equals(PortioPreferences.RESOLVE_NAMES)) {
            follow();
        }
    };
    private volatile boolean resolves;

    @Activate
    void activate() {
        InstanceScope.INSTANCE.getNode(PortioPreferences.NODE).addPreferenceChangeListener(preference);
        resolves = isWanted();
    }

    @Deactivate
    void deactivate() {
        InstanceScope.INSTANCE.getNode(PortioPreferences.NODE).removePreferenceChangeListener(preference);
        tell.cancel();
        cache.close();
    }

    static boolean isWanted() {
        return Platform.getPreferencesService()
                .getBoolean(PortioPreferences.NODE, PortioPreferences.RESOLVE_NAMES, false, null);
    }

    private void follow() {
        resolves = isWanted();
        tell.schedule();
    }

    /** Runs the listener, on any thread, when some names are new or not shown any more, until the result is closed. */
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Asks for the names of these addresses.
     *
     * @param answer gets, on another thread, those that came in time, empty for an address without one
     */
    public void ask(List<InetAddress> addresses, Consumer<Map<InetAddress, String>> answer) {
        Map<InetAddress, String> found = new ConcurrentHashMap<>();
        CompletableFuture.allOf(addresses.stream()
                        .map(address -> cache.ask(address).thenAccept(name -> found.put(address, name)))
                        .toArray(CompletableFuture[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, _) -> answer.accept(Map.copyOf(found)));
    }

    /** Returns a column that shows the name in place of the remote address, with the address in its tool tip; the filter finds both, and the order stays. */
    public Column<Connection> over(Column<Connection> addresses) {
        return new Column<>(
                addresses.id(),
                addresses.title(),
                row -> name(row).isEmpty() ? addresses.text().apply(row) : name(row),
                row -> name(row).isEmpty() ? "" : addresses.text().apply(row),
                new AddressCells<>(row -> name(row) + " " + addresses.text().apply(row), Connection::remote, List.of()),
                addresses.order(),
                addresses.known(),
                addresses.rightAligned(),
                addresses.width(),
                addresses.visible());
    }

    private String name(Connection row) {
        if (row.remote() == null || !resolves && cache.isEmpty()) {
            return "";
        }
        InetAddress address = Addresses.unmapped(row.remote().address());
        return resolves && NameQuestion.isWorthAsking(address) ? cache.nameOrAsk(address) : cache.asked(address);
    }
}
