// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Display;
import org.portio.core.ui.internal.measure.LiveMeasurements.Target;
import org.portio.ui.UiThread;
import org.portio.ui.table.RowTable;

/** A table of the window as what measurements are for. */
public final class SeenTable {

    private SeenTable() {}

    /** Makes it a target; the table may be made later, on the UI thread. */
    public static Target of(BooleanSupplier isLive, Supplier<RowTable<?>> table, Runnable renew) {
        return new Target(
                isLive,
                () -> Display.getCurrent() != null,
                task -> UiThread.later(table.get().control(), () -> {
                    if (table.get().control().isVisible()) {
                        task.run();
                    }
                }),
                () -> table.get().restyle(),
                renew);
    }
}
