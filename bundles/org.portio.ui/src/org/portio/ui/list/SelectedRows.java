// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** The rows that a handler acts on. */
public final class SelectedRows {

    private SelectedRows() {}

    /** Returns the selected rows of this type. */
    public static <T> List<T> of(ExecutionEvent event, Class<T> type) {
        return HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                ? selection.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }
}
