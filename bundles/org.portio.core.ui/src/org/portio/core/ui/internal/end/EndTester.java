// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.Comparator;
import java.util.List;
import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.Protocol;
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
            case "endable" -> EndTarget.of(selected).isPresent();
            case "unendable" -> expected.equals(whyNot(selected));
            case "unclosable" -> expected.equals(whyNotClosable(selected));
            case "closable" -> Closing.isPossible(selected) && CloseRights.areThere();
            default -> false;
        };
    }

    /** Returns why no process of these can be ended, as the label of the command says; empty if one can, or nothing is selected. */
    static String whyNot(List<Connection> selected) {
        if (selected.isEmpty() || EndTarget.of(selected).isPresent()) {
            return "";
        }
        // In the order of the enum: what the user can do most about comes first.
        Ownership ownership = selected.stream()
                .map(Connection::ownership)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return switch (ownership) {
            case HIDDEN, UNKNOWN -> "hidden";
            case OUTSIDE -> "outside";
            case KERNEL -> "kernel";
            case KNOWN, NONE, CLOSED -> "nobody";
        };
    }

    /** Returns why these cannot be closed whatever the rights, as the label of the command says; empty if they can. */
    static String whyNotClosable(List<Connection> selected) {
        if (selected.isEmpty() || Closing.isPossible(selected)) {
            return "";
        }
        return selected.stream().anyMatch(connection -> connection.protocol() != Protocol.TCP) ? "udp" : "unconnected";
    }
}
