// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.connection;

import java.util.Map;

/**
 * An entry in the context menu of a connection: a command, which brings its icon and its key.
 *
 * @param label with what it acts on, such as {@code Block Port 8080...}
 * @param command the id of the command
 * @param parameters of the command, by their ids
 * @param whyNot why it cannot be done now, for the user; the entry is then disabled and says so. Empty if it can be done
 */
public record ConnectionAction(String label, String command, Map<String, String> parameters, String whyNot) {

    public ConnectionAction {
        parameters = Map.copyOf(parameters);
    }

    /** Creates one that can be done. */
    public ConnectionAction(String label, String command, Map<String, String> parameters) {
        this(label, command, parameters, "");
    }

    /** Returns the label as the menu shows it, with the reason if it cannot be done. */
    public String text() {
        return whyNot.isEmpty() ? label : label + " (" + whyNot + ")";
    }
}
