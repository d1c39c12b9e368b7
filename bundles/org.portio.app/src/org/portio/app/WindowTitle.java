// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;

/** The title of the window: whose view of which machine it is, for those who have several on their screen. */
final class WindowTitle {

    /** The kernel's word, and that of the system's start for a {@code /proc} that shows processes only (subset=pid). */
    private static final List<Path> HOST_NAMES =
            List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

    private WindowTitle() {}

    /** Keeps the title up to date: a window with another perspective than Ports is named after that, too. */
    static void keepFor(IWorkbenchWindowConfigurer window) {
        window.getWindow().addPerspectiveListener(new PerspectiveAdapter() {
            @Override
            public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
                window.setTitle(of(perspective));
            }
        });
        // Which one a window begins with is not told.
        window.setTitle(of(window.getWindow().getActivePage().getPerspective()));
    }

    private static String of(IPerspectiveDescriptor perspective) {
        return perspective == null || perspective.getId().equals(PortsPerspective.ID)
                ? ofSystem()
                : NLS.bind(Messages.PortioWindow_titleOfPerspective, perspective.getLabel(), ofSystem());
    }

    /** Returns text such as {@code PortIO - build7 (root)}; without the host if only a name server would know it. */
    static String ofSystem() {
        String host = host();
        String user = System.getProperty("user.name", "");
        return host.isEmpty() || user.isEmpty()
                ? Messages.PortioWindow_title
                : NLS.bind(Messages.PortioWindow_titleOf, host, user);
    }

    private static String host() {
        return HOST_NAMES.stream()
                .map(WindowTitle::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> System.getenv().getOrDefault("COMPUTERNAME", ""));
    }

    /** Returns an empty text for a file that cannot be read, as on a system that is not Linux. */
    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
