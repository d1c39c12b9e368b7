// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Begins to keep the last minutes as soon as the window can be seen, whether or not a view shows them. */
public final class HistoryStartup implements IStartup {

    @Override
    public void earlyStartup() {
        // Whoever asks for the service first begins it.
        PlatformUI.getWorkbench().getService(Past.class);
    }
}
