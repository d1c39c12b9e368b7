// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.List;
import org.portio.core.Connection;

/** One topic of what Properties shows about a connection: one class for each. */
interface PropertySection {

    /**
     * Returns what there is to tell now; empty if there is nothing. Called for the one connection that is looked at, again
     * at each refresh, and never on the UI thread: it may ask the system. If the system refuses, a line says so.
     */
    List<PropertyCategory> categories(Connection connection);
}
