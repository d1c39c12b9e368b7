// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.portio.core.notice.NoticeMessage;
import org.portio.core.system.CommandRunner;

/** Shows messages by the desktop's own service, {@code org.freedesktop.Notifications}, with the programs that talk to it. */
final class DesktopMessage {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String NAME = "PortIO";
    private static final String ICON = "portio";
    private static final String SHOWN_MILLIS = "8000";

    private final CommandRunner runner;
    private final Map<String, String> environment;

    DesktopMessage(CommandRunner runner, Map<String, String> environment) {
        this.runner = runner;
        this.environment = environment;
    }

    /** Returns false if no desktop takes the message. Not for the UI thread. */
    boolean show(NoticeMessage message) {
        return hasBus() && (isDone(notifySend(message)) || isDone(gdbus(message)));
    }

    /** Returns whether the session has a bus: without one, the programs would start a bus that nobody listens to. */
    private boolean hasBus() {
        String folder = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isEmpty()
                || !folder.isEmpty() && Files.exists(Path.of(folder, "bus"));
    }

    private boolean isDone(List<String> command) {
        try {
            return runner.run(command, "", LIMIT).exitCode() == 0;
        } catch (IOException _) {
            return false; // it is not installed, or hangs: the next way is tried
        }
    }

    private static List<String> notifySend(NoticeMessage message) {
        return List.of(
                "notify-send",
                "--app-name=" + NAME,
                "--icon=" + ICON,
                "--expire-time=" + SHOWN_MILLIS,
                "--",
                message.title(),
                markup(message.body()));
    }

    private static List<String> gdbus(NoticeMessage message) {
        return List.of(
                "gdbus",
                "call",
                "--session",
                "--dest=org.freedesktop.Notifications",
                "--object-path=/org/freedesktop/Notifications",
                "--method=org.freedesktop.Notifications.Notify",
                quoted(NAME),
                "0",
                quoted(ICON),
                quoted(message.title()),
                quoted(markup(message.body())),
                "[]",
                "{}",
                SHOWN_MILLIS);
    }

    /** Names of programs are not to become markup, which the service reads in the text. */
    private static String markup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
