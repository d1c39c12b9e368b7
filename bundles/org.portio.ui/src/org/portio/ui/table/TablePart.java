// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPart;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.ui.internal.Messages;

/** A view around a {@link RowTable}. It gets the commands Find (the filter box) and Columns for it. */
@ConsumerType
public interface TablePart {

    RowTable<?> table();

    /** Returns the number of rows with their noun, for the status line: {@code 1 socket}, {@code 12 sockets}. */
    default String counted(int rows) {
        return NLS.bind(Messages.TablePart_rows, rows);
    }

    /** Calls {@link RowTable#keepPlace} if this is a part with rows. On the UI thread. */
    static void keepPlace(IWorkbenchPart part) {
        if (part instanceof TablePart rows) {
            rows.table().keepPlace();
        }
    }
}
