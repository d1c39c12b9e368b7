// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.Refreshable;
import org.portio.ui.table.TablePart;

/**
 * Makes the part in which a command was given show its result. On the UI thread.
 *
 * @param part null for none
 */
public record PartRefresh(IWorkbenchPart part) {

    public static PartRefresh of(ExecutionEvent event) {
        return new PartRefresh(HandlerUtil.getActivePart(event));
    }

    /** Notes that the user has confirmed: the selected rows will go. */
    public void begun() {
        TablePart.keepPlace(part);
    }

    /** Refreshes when all is done. */
    public void done() {
        if (part instanceof Refreshable refreshable) {
            refreshable.refresh();
        }
    }
}
