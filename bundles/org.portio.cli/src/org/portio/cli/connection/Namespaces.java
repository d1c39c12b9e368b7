// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.regex.Pattern;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.ConnectionText;
import org.portio.core.Connection;
import org.portio.core.Snapshot;

/** Chooses network namespaces by the names that they are shown with. */
final class Namespaces {

    /** The label of a namespace that has no name. */
    private static final Pattern UNNAMED = Pattern.compile("net:\\[\\d{1,19}]");

    private Namespaces() {}

    /** Returns whether it is in the namespace that is shown so. */
    static boolean isIn(Connection connection, String name) {
        return name.equals(ConnectionText.namespace(connection));
    }

    /** Ends the command if no such namespace exists; one without a single socket may still exist. */
    static void check(Subcommand command, String name, Snapshot all) {
        boolean known = UNNAMED.matcher(name).matches()
                || name.equals(ConnectionText.OWN_NAMESPACE)
                || command.services().knowsNamespace(name)
                || all.connections().stream().anyMatch(connection -> isIn(connection, name));
        if (!known) {
            throw command.wrongUsage(
                    "unknown network namespace '" + name + "'; see them with: portio list --all-namespaces");
        }
    }
}
