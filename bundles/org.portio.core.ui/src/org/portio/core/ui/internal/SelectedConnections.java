// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;

/** Reads connections from a selection. */
public final class SelectedConnections {

    private SelectedConnections() {}

    /** Returns those that are selected where the command was given. */
    public static List<Connection> of(ExecutionEvent event) {
        return of(HandlerUtil.getCurrentSelection(event));
    }

    /** Returns all of the selection; none if it has anything else in it. */
    public static List<Connection> of(Object selection) {
        return selection instanceof IStructuredSelection rows && rows.stream().allMatch(Connection.class::isInstance)
                ? rows.stream().map(Connection.class::cast).toList()
                : List.of();
    }
}
