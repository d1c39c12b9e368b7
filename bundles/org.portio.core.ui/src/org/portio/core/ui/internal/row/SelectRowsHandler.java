// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.core.ui.internal.connection.FilterOffer;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;

/** Selects all rows of the processes that have the selected ones, or the row that is the other end of the selected one. */
public final class SelectRowsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<Connection> selected = SelectedConnections.of(event);
        if (HandlerUtil.getActivePart(event) instanceof TablePart part && !selected.isEmpty()) {
            if (event.getCommand().getId().equals(RowAction.SELECT_PROCESS.commandId())) {
                part.table()
                        .select(row -> row instanceof Connection found
                                && ofProcesses(selected).test(found));
            } else {
                goToOtherEnd(part.table(), selected.getFirst());
            }
        }
        return null;
    }

    private static void goToOtherEnd(RowTable<?> table, Connection end) {
        Predicate<Object> other = row -> row instanceof Connection found && isOtherEnd(end, found);
        if (table.shownRows().stream().noneMatch(other)) {
            // The filter may hide it.
            table.setFilter(FilterOffer.bothEnds(end));
        }
        table.select(other);
    }

    static Predicate<Connection> ofProcesses(List<Connection> selected) {
        Set<ProcessInfo> owners = new HashSet<>();
        selected.forEach(row -> owners.addAll(row.owners()));
        return row -> row.owners().stream().anyMatch(owners::contains);
    }

    static boolean isOtherEnd(Connection one, Connection other) {
        return one.protocol() == other.protocol()
                && one.remote() != null
                && other.remote() != null
                && one.namespace().equals(other.namespace())
                && one.remote().isMeantBy(other.local())
                && one.local().isMeantBy(other.remote());
    }
}
