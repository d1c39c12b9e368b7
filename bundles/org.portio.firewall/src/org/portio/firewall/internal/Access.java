// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.nio.file.Path;
import java.util.List;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.PasswordPrompt;
import org.portio.firewall.internal.elevation.Elevation;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.selection.SelectedBackends;
import org.portio.firewall.spi.FirewallBackend;

/**
 * The backends with the rights that each purpose has.
 *
 * @param looking with the present ones: a user may not be asked for a password only to look, and again and again
 * @param changing with those that the user is asked for
 * @param planning to show beforehand what will be done; in a window without a question, which nobody expects yet
 */
record Access(Backends looking, Backends changing, Backends planning) {

    /** Creates one in the workbench, by its choice of a backend; this and the prompt may be null. */
    static Access inWindow(List<FirewallBackend> backends, BackendChoice choice, PasswordPrompt prompt) {
        Elevation elevation = Elevation.ofSystem(program());
        return new Access(
                SelectedBackends.automatic(backends, choice, null),
                SelectedBackends.automatic(backends, choice, elevation.inWindow(prompt)),
                SelectedBackends.automatic(backends, choice, elevation.unasked()));
    }

    /** Finds the command line beside the workbench, by what its start script says; null if it was started otherwise. */
    private static Path program() {
        String program = System.getProperty("portio.program");
        return program == null ? null : Path.of(program);
    }
}
