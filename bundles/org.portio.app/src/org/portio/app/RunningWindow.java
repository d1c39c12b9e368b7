// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.portio.core.system.PrivateFiles;

/**
 * The window of the workbench that runs already: a second start asks it to come to the front. The request is an empty file in
 * the workbench's directory, which is its user's alone; the first one deletes it when its window, and not just its
 * process, has answered.
 */
final class RunningWindow {

    /** Followed by the process that asks: several may. */
    private static final String REQUEST = "raise-";

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_MILLIS = 50;

    private RunningWindow() {}

    /** Asks the workbench that has this directory to show its window; false if that does not answer within this time. */
    static boolean raise(Path area, Duration patience) throws IOException {
        Path request = area.resolve(REQUEST + ProcessHandle.current().pid());
        PrivateFiles.open(request, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .close();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (Files.exists(request)) {
                if (System.nanoTime() - end > 0) {
                    return !Files.deleteIfExists(request);
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    /** Answers requests in this directory until the process ends, on a thread of its own. */
    static void answer(Path area, Display display) {
        Thread.ofPlatform().daemon().name("portio-raise").start(() -> watch(area, display));
    }

    private static void watch(Path area, Display display) {
        try (WatchService watch = area.getFileSystem().newWatchService()) {
            area.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!display.isDisposed()) {
                List<Path> requests = requests(area);
                if (!requests.isEmpty()) {
                    display.syncExec(() -> answer(requests));
                }
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
        } catch (IOException | SWTException | ClosedWatchServiceException e) {
            if (!display.isDisposed()) {
                ILog.of(RunningWindow.class).warn(Messages.RunningWindow_noAnswers, e);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> requests(Path area) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(area, REQUEST + "*")) {
            files.forEach(found::add);
        }
        return found;
    }

    private static void answer(List<Path> requests) {
        if (PlatformUI.isWorkbenchRunning()) {
            for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
                toFront(window.getShell());
            }
        }
        // While the workbench is starting, its window comes by itself.
        for (Path request : requests) {
            try {
                Files.deleteIfExists(request);
            } catch (IOException e) {
                ILog.of(RunningWindow.class).warn(Messages.RunningWindow_noAnswers, e);
            }
        }
    }

    private static void toFront(Shell shell) {
        shell.setMinimized(false);
        shell.setVisible(true);
        shell.forceActive();
    }
}
