// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.portio.core.Connection;
import org.portio.core.ui.internal.SelectedConnections;

/** Tells, for expressions in plugin.xml, what can be done with the selected connections. */
public final class EndTester extends PropertyTester {

    /** More are never ended or closed at once, and a hundred thousand would be looked at with each refresh. */
    private static final int MOST = 1000;

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        if (property.equals("noCloseRights")) {
            return !CloseRights.areThere();
        }
        if (receiver instanceof IStructuredSelection rows && rows.size() > MOST) {
            return false;
        }
        List<Connection> selected = SelectedConnections.of(receiver);
        return switch (property) {
            case "oneOwner" -> EndTarget.of(selected).isPresent();
            case "closable" -> Closing.isPossible(selected) && CloseRights.areThere();
            default -> false;
        };
    }
}
