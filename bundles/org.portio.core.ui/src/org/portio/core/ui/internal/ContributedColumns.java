// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Connection;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contributions;
import org.portio.core.system.Subscription;
import org.portio.ui.ShownMoment;
import org.portio.ui.table.Column;
import org.portio.ui.table.ConnectionColumnProvider;

/** The columns of connections that other bundles bring. */
@Component(service = ContributedColumns.class)
public final class ContributedColumns {

    /** A provider with what it answered when it came. */
    private record Contributed(Contribution<ConnectionColumnProvider> provider, List<Column<Connection>> columns) {}

    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Contributions<ConnectionColumnProvider> providers = new Contributions<>(LIMIT);
    private final List<Contributed> contributed = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private ShownMoment moment = new ShownMoment();

    @Reference
    void setMoment(ShownMoment service) {
        moment = service;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addProvider(ConnectionColumnProvider provider, Map<String, Object> properties) {
        boolean answersAtOnce = Boolean.TRUE.equals(properties.get(ConnectionColumnProvider.ANSWERS_AT_ONCE));
        Contribution<ConnectionColumnProvider> added = providers.add(provider, properties);
        contributed.add(new Contributed(added, columnsOf(added, answersAtOnce)));
        contributed.sort(
                Comparator.comparingInt((Contributed one) -> one.provider().ranking())
                        .reversed());
        listeners.forEach(Runnable::run);
    }

    void removeProvider(ConnectionColumnProvider provider) {
        providers.remove(provider);
        contributed.removeIf(one -> one.provider().service() == provider);
        listeners.forEach(Runnable::run);
    }

    private List<Column<Connection>> columnsOf(Contribution<ConnectionColumnProvider> provider, boolean answersAtOnce) {
        return provider
                .ask(
                        LIMIT,
                        one -> one.columns().stream()
                                .map(TolerantColumn::complete)
                                .toList())
                .or(List.of())
                .stream()
                .map(column -> TolerantColumn.of(column, provider, answersAtOnce, this::isPast))
                .toList();
    }

    private boolean isPast() {
        return moment.past().isPresent();
    }

    /** Behind these columns, and without those whose id one before them has: by it they are saved and filtered. */
    List<Column<Connection>> after(List<Column<Connection>> own) {
        Stream<Column<Connection>> theirs = contributed.stream().flatMap(one -> one.columns().stream());
        List<Column<Connection>> all = Stream.concat(own.stream(), theirs).toList();
        return all.stream().filter(column -> first(all, column) == column).toList();
    }

    private static Column<Connection> first(List<Column<Connection>> all, Column<Connection> like) {
        return all.stream()
                .filter(column -> column.id().equals(like.id()))
                .findFirst()
                .orElse(like);
    }

    /** Runs the listener after each change, on any thread, until the result is closed. */
    Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
