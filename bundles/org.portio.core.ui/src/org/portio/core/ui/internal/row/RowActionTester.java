// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.portio.core.ui.internal.SelectedConnections;

/** Tells, for expressions in plugin.xml, whether an action can be done with the selected rows. */
public final class RowActionTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof IStructuredSelection rows
                && rows.size() <= RowReasons.MOST
                && RowAction.of(String.valueOf(expected))
                        .filter(action -> RowReasons.whyNot(action, SelectedConnections.of(rows))
                                .isEmpty())
                        .isPresent();
    }
}
