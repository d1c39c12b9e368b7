// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.List;

/** The entries that lead from the selected rows to something else. */
public final class GoMenu extends RowActionMenu {

    public GoMenu() {
        super(List.of(
                RowAction.SELECT_PROCESS,
                RowAction.OTHER_END,
                RowAction.OPEN_IN_BROWSER,
                RowAction.OPEN_FILE_LOCATION,
                RowAction.RESOLVE_NAME));
    }
}
