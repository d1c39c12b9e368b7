// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Connection;
import org.portio.ui.ConnectionColumnProvider;
import org.portio.ui.table.Column;

/** The columns of connections that other bundles bring. */
@Component(service = ContributedColumns.class)
public final class ContributedColumns {

    /** A provider with what it answered when it came. */
    private record Contribution(ConnectionColumnProvider provider, int ranking, List<Column<Connection>> columns) {}

    private final List<Contribution> contributions = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addProvider(ConnectionColumnProvider provider, Map<String, Object> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        contributions.add(new Contribution(provider, ranking, columnsOf(provider)));
        contributions.sort(Comparator.comparingInt(Contribution::ranking).reversed());
        listeners.forEach(Runnable::run);
    }

    void removeProvider(ConnectionColumnProvider provider) {
        contributions.removeIf(contribution -> contribution.provider() == provider);
        listeners.forEach(Runnable::run);
    }

    private static List<Column<Connection>> columnsOf(ConnectionColumnProvider provider) {
        try {
            return provider.columns().stream().map(TolerantColumn::of).toList();
        } catch (RuntimeException e) {
            ILog.of(ContributedColumns.class).error("Left out are the columns of " + provider, e);
            return List.of();
        }
    }

    /** Behind these columns, and without those whose id one before them has: by it they are saved and filtered. */
    List<Column<Connection>> after(List<Column<Connection>> own) {
        List<Column<Connection>> contributed =
                contributions.stream().flatMap(one -> one.columns().stream()).toList();
        List<Column<Connection>> all =
                Stream.concat(own.stream(), contributed.stream()).toList();
        return all.stream().filter(column -> first(all, column) == column).toList();
    }

    private static Column<Connection> first(List<Column<Connection>> all, Column<Connection> like) {
        return all.stream()
                .filter(column -> column.id().equals(like.id()))
                .findFirst()
                .orElse(like);
    }

    /** Has this run after each change, on any thread, until the result is run. */
    Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
