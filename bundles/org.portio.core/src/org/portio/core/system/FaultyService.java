// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A service of some bundle that was left out, for those who tell the user.
 *
 * @param type its class, by which its bundle can be found
 * @param fault what it did
 * @param cause what it threw, or a {@link LateAnswer}; null if it answered null
 */
public record FaultyService(Class<?> type, Contribution.Fault fault, Throwable cause) {

    private static final List<FaultyService> KNOWN = new ArrayList<>();
    private static final List<Consumer<FaultyService>> WATCHERS = new ArrayList<>();

    /** Passes on each one, those known already first, on any thread; each service comes once for each of its faults. */
    public static Subscription watch(Consumer<FaultyService> watcher) {
        synchronized (KNOWN) {
            KNOWN.forEach(watcher);
            WATCHERS.add(watcher);
        }
        return () -> {
            synchronized (KNOWN) {
                WATCHERS.remove(watcher);
            }
        };
    }

    static void tell(FaultyService faulty) {
        synchronized (KNOWN) {
            KNOWN.add(faulty);
            WATCHERS.forEach(watcher -> watcher.accept(faulty));
        }
    }
}
