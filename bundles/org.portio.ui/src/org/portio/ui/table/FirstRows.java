// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.time.Instant;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Table;

/** Logs the moment when a table first paints rows, if the debug option is set. */
final class FirstRows implements Listener {

    private static final String OPTION = "org.portio.ui/firstRows";

    private final Table table;

    private FirstRows(Table table) {
        this.table = table;
    }

    static void trace(Table table) {
        if (Platform.getDebugBoolean(OPTION)) {
            table.addListener(SWT.Paint, new FirstRows(table));
        }
    }

    @Override
    public void handleEvent(Event event) {
        if (table.getItemCount() > 0) {
            table.removeListener(SWT.Paint, this);
            ILog.of(FirstRows.class).info("first rows painted at " + Instant.now());
        }
    }
}
