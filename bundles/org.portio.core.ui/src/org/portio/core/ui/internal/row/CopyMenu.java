// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.List;

/** The entries that copy something made from the selected rows. */
public final class CopyMenu extends RowActionMenu {

    public CopyMenu() {
        super(List.of(RowAction.COPY_URL, RowAction.COPY_LIST_COMMAND, RowAction.COPY_KILL_COMMAND));
    }
}
