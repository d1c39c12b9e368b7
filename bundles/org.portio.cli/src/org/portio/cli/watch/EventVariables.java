// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.portio.cli.text.EventText;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.system.Printable;
import org.portio.export.ConnectionEvent;
import org.portio.export.PlainValue;

/** An event as environment variables. */
final class EventVariables {

    /** Less than Linux takes for one variable, 128 KiB: a command line may be longer. */
    private static final int MOST = 32_768;

    private static final String PREFIX = "PORTIO_";
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private EventVariables() {}

    /** Returns all of them; what is not known is empty, so that none is left from whoever started PortIO. */
    static Map<String, String> of(ConnectionEvent event) {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, "EVENT", event.kind().label());
        put(variables, "TIME", event.time().toString());
        put(variables, "TEXT", Printable.of(EventText.what(event)));
        ConnectionFields.ALL.forEach(field -> put(variables, name(field), text(field, event.connection())));
        put(variables, "BEFORE_STATE", text(Listed.STATE, event.before()));
        put(variables, "BEFORE_PIDS", text(ConnectionFields.PIDS, event.before()));
        put(variables, "BEFORE_PROCESS", text(Listed.PROCESS, event.before()));
        return variables;
    }

    private static String name(ConnectionField<?> field) {
        return CAPITAL.matcher(field.id()).replaceAll("_$1").toUpperCase(Locale.ROOT);
    }

    private static String text(ConnectionField<?> field, Connection connection) {
        return connection == null ? "" : PlainValue.text(field, connection);
    }

    private static void put(Map<String, String> variables, String name, String value) {
        // No variable can have this character.
        String text = value.replace('\0', ' ');
        variables.put(PREFIX + name, text.length() > MOST ? text.substring(0, MOST) : text);
    }
}
