// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.services.IServiceLocator;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;

/** Provides what handlers ask the workbench before they open a dialog about a port. */
public final class Inquiries {

    private Inquiries() {}

    /** Returns that of the workbench; without sources it fails each time, and the dialog says so. */
    public static ConnectionMonitor monitor(IServiceLocator services) {
        ConnectionMonitor found = services.getService(ConnectionMonitor.class);
        return Objects.requireNonNullElseGet(found, () -> ConnectionMonitor.over(List.of()));
    }

    /** Returns a parameter of the command; empty if it has none. */
    public static String parameter(ExecutionEvent event, String id) {
        return Objects.requireNonNullElse(event.getParameter(id), "");
    }

    /** Returns the protocol that a parameter of the command names; TCP if it has none. */
    public static Protocol protocol(ExecutionEvent event, String id) {
        String name = parameter(event, id);
        return name.isEmpty() ? Protocol.TCP : Protocol.valueOf(name);
    }
}
