// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Connection;
import org.portio.core.system.Contributions;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** The actions on connections that other bundles bring. */
@Component(service = ContributedActions.class)
public final class ContributedActions {

    /** The UI thread waits for them. */
    private static final Duration LIMIT = Duration.ofMillis(500);

    private final Contributions<ConnectionActionProvider> providers = new Contributions<>(LIMIT);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addProvider(ConnectionActionProvider provider, Map<String, Object> properties) {
        providers.add(provider, properties);
    }

    void removeProvider(ConnectionActionProvider provider) {
        providers.remove(provider);
    }

    /** Returns the entries for these connections, those of each provider together. */
    List<ConnectionAction> of(List<Connection> selected) {
        return selected.isEmpty()
                ? List.of()
                : providers.ask(provider -> List.copyOf(provider.actions(selected))).stream()
                        .flatMap(List::stream)
                        .toList();
    }
}
