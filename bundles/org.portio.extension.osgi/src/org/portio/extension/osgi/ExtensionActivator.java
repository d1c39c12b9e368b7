// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.log.LogReaderService;
import org.portio.core.system.FaultyService;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.core.system.User;
import org.portio.extension.Extensions;

/**
 * Starts before the window's bundles, so that what extensions add is there when these look for it. Nothing of an extension
 * runs on the thread that starts PortIO.
 */
public final class ExtensionActivator implements BundleActivator {

    /** The level at which the bundles of PortIO are. */
    private static final int LEVEL = 4;

    /** The time after which an extension that still starts is said to be slow. */
    private static final Duration SLOW = Duration.ofSeconds(10);

    private FolderWatch watch;
    private Subscription leftOut;

    @Override
    public void start(BundleContext context) {
        Extensions extensions =
                Extensions.of(Places::ofSystem, product(context), User.ofSystem(), Extensions.class.getClassLoader());
        Faults faults = new Faults(context, extensions);
        Installer installer = new Installer(context, extensions, faults);
        installer.install();
        context.registerService(Extensions.class, extensions, null);
        context.addFrameworkListener(faults);
        LogReaderService log = context.getService(context.getServiceReference(LogReaderService.class));
        log.addLogListener(faults);
        leftOut = FaultyService.watch(faults::leftOut);
        Thread.setDefaultUncaughtExceptionHandler(faults::ended);
        Starts starts = new Starts(SLOW, faults);
        starts.endWith(context);
        watch = new FolderWatch(extensions, installer, starts);
        whenLevelIsReached(context, watch::begin);
    }

    @Override
    public void stop(BundleContext context) {
        if (watch != null) {
            Thread.setDefaultUncaughtExceptionHandler(null);
            leftOut.close();
            watch.end();
        }
    }

    private static void whenLevelIsReached(BundleContext context, Runnable task) {
        FrameworkStartLevel level = context.getBundle(0).adapt(FrameworkStartLevel.class);
        FrameworkListener listener = new FrameworkListener() {
            @Override
            public void frameworkEvent(FrameworkEvent event) {
                if (level.getStartLevel() >= LEVEL) {
                    context.removeFrameworkListener(this);
                    task.run();
                }
            }
        };
        context.addFrameworkListener(listener);
        listener.frameworkEvent(null);
    }

    /** Returns the directory of the installation; null if this is not one. */
    private static Path product(BundleContext context) {
        String area = context.getProperty("osgi.install.area");
        return area == null ? null : Path.of(URI.create(area.replace(" ", "%20")));
    }
}
