// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.extension.Extensions;

/** Looks now and then whether jars have come, gone or changed, or the command line has switched one. */
final class FolderWatch {

    /** The time between two looks; a test cannot wait that long. */
    private static final long MILLIS = Long.getLong("portio.extensions.millis", 3_000);

    private final Extensions extensions;
    private final Installer installer;
    private final Starts starts;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("portio-extensions").unstarted(task));
    private String seen = "";

    FolderWatch(Extensions extensions, Installer installer, Starts starts) {
        this.extensions = extensions;
        this.installer = installer;
        this.starts = starts;
    }

    void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    void end() {
        thread.shutdownNow();
    }

    private void look() {
        String now = extensions.signature();
        if (!now.equals(seen)) {
            seen = now;
            installer.install();
            installer.bundles().forEach(starts::start);
        }
    }
}
