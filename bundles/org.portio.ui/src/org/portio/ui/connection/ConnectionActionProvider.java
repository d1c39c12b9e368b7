// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.connection;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.Connection;

/**
 * Adds entries to the context menu of the view Connections. Any bundle may publish one as an OSGi service; those of a higher
 * {@code service.ranking} come first.
 */
@ConsumerType
public interface ConnectionActionProvider {

    /**
     * Returns what can be done with the selected connections, in the order of the menu; empty if nothing can. The UI thread
     * waits for it: it answers from what it knows already, and asks nobody. One that throws, answers null or is late is
     * logged, and its entries are left out.
     */
    List<ConnectionAction> actions(List<Connection> selected);
}
