// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.Locale;
import java.util.function.Function;
import org.portio.core.Connection;
import org.portio.export.Difference;

/** A difference as people read it. */
public final class DifferenceText {

    private DifferenceText() {}

    /**
     * Returns text such as {@code opened   tcp 127.0.0.1:8080 -> * LISTEN 42/java}. What is different is written with both
     * values, as in {@code 42/java=>77/java}.
     */
    public static String line(Difference difference) {
        return String.format(
                Locale.ROOT,
                "%-8s %s %s -> %s %s %s",
                difference.kind().label(),
                both(difference, ConnectionText::protocol),
                both(difference, connection -> ConnectionText.address(connection.local())),
                ConnectionText.address(difference.latest().remote()),
                both(difference, Connection::stateText),
                both(difference, ConnectionText::owners));
    }

    private static String both(Difference difference, Function<Connection, String> text) {
        return ConnectionText.change(difference.before(), difference.latest(), text);
    }
}
