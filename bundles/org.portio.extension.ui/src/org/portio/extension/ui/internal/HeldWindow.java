// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.portio.core.system.LateAnswer;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;

/**
 * Notices that a command or a view of an extension holds the thread of the window, on which the platform runs them: names the extension,
 * and interrupts it, which ends most waiting. Does nothing as long as nobody has extensions.
 */
@Component(property = "event.topics=" + UIEvents.UILifeCycle.APP_STARTUP_COMPLETE)
public final class HeldWindow implements EventHandler {

    /** The time after which nobody believes in a window any more; a test cannot wait that long. */
    private static final Duration LIMIT = Duration.ofMillis(Long.getLong("portio.extensions.held.millis", 10_000));

    @Reference
    private Extensions extensions;

    private volatile Thread watch;

    @Override
    public void handleEvent(Event event) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        watch = Thread.ofPlatform().daemon().name("portio-watches-window").start(() -> watch(display));
    }

    @Deactivate
    void end() {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void watch(Display display) {
        try {
            for (; ; ) {
                Thread.sleep(LIMIT);
                Set<String> ids = extensions.list().stream().map(Extension::id).collect(Collectors.toSet());
                if (!ids.isEmpty()) {
                    ask(display, ids);
                }
            }
        } catch (InterruptedException | SWTException _) {
            // The workbench ends.
        }
    }

    private static void ask(Display display, Set<String> ids) throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        display.asyncExec(answered::countDown);
        if (!answered.await(LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
            LateAnswer late = new LateAnswer(LIMIT, display.getThread());
            if (Stream.of(late.getStackTrace()).anyMatch(frame -> isOf(ids, frame.getClassName()))) {
                // Whoever reads the log for faults of extensions finds the one that this is.
                ILog.of(HeldWindow.class).warn(Messages.HeldWindow_held, late);
                display.getThread().interrupt();
                // Nothing else is to be interrupted by this.
                display.asyncExec(Thread::interrupted);
            }
            answered.await();
        }
    }

    private static boolean isOf(Set<String> ids, String className) {
        String file = className.replace('.', '/') + ".class";
        return Stream.of(FrameworkUtil.getBundle(HeldWindow.class)
                        .getBundleContext()
                        .getBundles())
                .filter(bundle -> bundle.getState() != Bundle.UNINSTALLED && ids.contains(bundle.getSymbolicName()))
                .anyMatch(bundle -> bundle.getEntry(file) != null);
    }
}
