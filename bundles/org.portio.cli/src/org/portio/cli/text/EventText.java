// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.export.ConnectionEvent;

/** An event as people read it. */
public final class EventText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private EventText() {}

    /**
     * Returns text such as {@code 12:00:01.123 opened  tcp 127.0.0.1:8080 -> * LISTEN 42/java}. What changed is written with both
     * values, as in {@code ESTABLISHED=>TIME-WAIT}.
     */
    public static String line(ConnectionEvent event) {
        return TIME.format(event.time()) + " " + what("%-7s", event);
    }

    /** Returns the same without the time. */
    public static String what(ConnectionEvent event) {
        return what("%s", event);
    }

    private static String what(String kind, ConnectionEvent event) {
        return String.format(
                Locale.ROOT,
                kind + " %s %s %s %s",
                event.kind().label(),
                ConnectionText.protocol(event.connection()),
                ConnectionText.ends(event.connection()),
                change(event, Connection::stateText),
                change(event, ConnectionText::owners));
    }

    private static String change(ConnectionEvent event, Function<Connection, String> text) {
        return ConnectionText.change(event.before(), event.connection(), text);
    }
}
