// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Starts extensions, each on a thread of its own, so that a slow one holds up nothing. All are started, whether or not their
 * manifest says that this can wait until a class is needed: services would not be seen, and the thread of the window would run
 * the activator.
 */
final class Starts {

    private final Duration limit;
    private final Faults faults;
    private final Set<Bundle> starting = ConcurrentHashMap.newKeySet();

    /**
     * Prepares.
     *
     * @param limit the time after which an extension that still starts is said to be slow
     */
    Starts(Duration limit, Faults faults) {
        this.limit = limit;
        this.faults = faults;
    }

    /** Starts a bundle unless it runs, or is being started. */
    void start(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        if (!fragment && bundle.getState() == Bundle.RESOLVED && starting.add(bundle)) {
            Thread thread = thread("portio-starts-", bundle, () -> run(bundle));
            thread.start();
            thread("portio-awaits-", bundle, () -> await(thread, bundle)).start();
        }
    }

    private static Thread thread(String name, Bundle bundle, Runnable task) {
        return Thread.ofPlatform()
                .daemon()
                .name(name + bundle.getSymbolicName())
                .unstarted(task);
    }

    private void run(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            faults.record(bundle.getSymbolicName(), Installer.file(bundle), cause);
        } finally {
            starting.remove(bundle);
        }
    }

    private void await(Thread thread, Bundle bundle) {
        try {
            thread.join(limit);
        } catch (InterruptedException _) {
            return;
        }
        if (thread.isAlive()) {
            Path file = Installer.file(bundle);
            faults.recordSlow(bundle.getSymbolicName(), file, thread.getStackTrace(), limit);
        }
    }
}
