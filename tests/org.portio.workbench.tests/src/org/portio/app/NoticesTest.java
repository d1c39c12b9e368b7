// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Notifications, from the command Watch to the list. */
@ExtendWith(InWorkbench.class)
class NoticesTest {

    private static final String NOTICES = "org.portio.core.ui.notices";
    private static final long TURN_NANOS = 1_000_000_000L;

    private ServerSocket server;
    private long turned;

    @AfterEach
    void watchNothing() throws IOException {
        InstanceScope.INSTANCE.getNode("org.portio.core.ui").remove("noticeWatches");
        Ui.page().hideView(Ui.page().findView(NOTICES));
        server.close();
    }

    /** The watch begins a moment after its command, and what is there then is told to nobody: so the port opens and closes. */
    @Test
    void aWatchedPortIsListedWhenItOpensOrCloses() throws Exception {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = server.getLocalPort();
        watch(port);

        Ui.page().showView(NOTICES);

        Ui.until("the port is listed", () -> {
            turn(port);
            return Ui.visible(Table.class, table -> isListed(table, "TCP " + port))
                    .isPresent();
        });
    }

    private void turn(int port) {
        if (System.nanoTime() - turned < TURN_NANOS) {
            return;
        }
        turned = System.nanoTime();
        try {
            if (server.isClosed()) {
                server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } else {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void watch(int port) throws Exception {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        ParameterizedCommand watch = ParameterizedCommand.generateCommand(
                commands.getCommand("org.portio.core.ui.watch"), Map.of("org.portio.core.ui.watched", "port:" + port));
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(watch, null);
    }

    private static boolean isListed(Table table, String subject) {
        for (int i = 0; i < table.getItemCount(); i++) {
            if (table.getItem(i).getText(2).startsWith(subject)) {
                return true;
            }
        }
        return false;
    }
}
