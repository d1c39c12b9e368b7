// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Starts extensions, each on a thread of its own, so that a slow one holds up nothing. All are started, whether or not their
 * manifest says that this can wait until a class is needed: services would not be seen, and the thread of the window would run
 * the activator.
 */
final class Starts {

    private final Duration limit;
    private final Faults faults;
    private final Map<Bundle, Thread> starting = new ConcurrentHashMap<>();
    private volatile boolean ending;

    /**
     * Prepares.
     *
     * @param limit the time after which an extension that still starts is said to be slow
     */
    Starts(Duration limit, Faults faults) {
        this.limit = limit;
        this.faults = faults;
    }

    /** Interrupts what still starts as soon as PortIO ends, which would wait for a minute otherwise. */
    void endWith(BundleContext context) {
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPING
                    && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
                ending = true;
                starting.values().forEach(Thread::interrupt);
            }
        });
    }

    /** Starts a bundle unless it runs, or is being started. */
    void start(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        Thread thread = thread("portio-starts-", bundle, () -> run(bundle));
        if (!fragment && bundle.getState() == Bundle.RESOLVED && starting.putIfAbsent(bundle, thread) == null) {
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
            if (!ending) {
                faults.record(bundle.getSymbolicName(), Installer.file(bundle), cause);
            }
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
