// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.LivePart;

/** Has the part in which a command was given show what came of it. */
public final class PartRefresh {

    /** A part that looks again only when it is told to. */
    public interface Refreshable {

        /** On the UI thread; the part may have been closed meanwhile. */
        void refresh();
    }

    private PartRefresh() {}

    /** To be run on the UI thread. */
    public static Runnable of(ExecutionEvent event) {
        IWorkbenchPart part = HandlerUtil.getActivePart(event);
        return () -> {
            if (part instanceof LivePart live) {
                live.live().refreshNow();
            } else if (part instanceof Refreshable refreshable) {
                refreshable.refresh();
            }
        };
    }
}
