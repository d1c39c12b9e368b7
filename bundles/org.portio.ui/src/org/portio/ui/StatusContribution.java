// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchWindow;
import org.portio.ui.internal.status.WindowStatus;

/**
 * The text of a window's status line, whichever of its views is active: how many sockets there are, how many of them are
 * shown and selected, their states, the time of the last refresh, and whether the refresh is paused. What has no room is
 * left out, the least first, and is in the tool tip.
 */
public final class StatusContribution extends ContributionItem {

    private final IWorkbenchWindow window;

    /** Creates one for the status line of this window. */
    public StatusContribution(IWorkbenchWindow window) {
        super(StatusContribution.class.getName());
        this.window = window;
    }

    @Override
    public void fill(Composite statusLine) {
        WindowStatus.showIn(window, statusLine);
    }
}
