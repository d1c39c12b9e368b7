// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Contributions;
import org.portio.firewall.Availability;
import org.portio.firewall.FirewallBackend;

/** The backends that any bundle publishes. */
@Component(service = BackendList.class)
public final class BackendList {

    /** The UI thread waits for their names. */
    private static final Duration LIMIT_OF_NAMES = Duration.ofMillis(500);
    /** It may take several programs of the system to know. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Contributions<FirewallBackend> backends = new Contributions<>(LIMIT);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addBackend(FirewallBackend backend, Map<String, Object> properties) {
        backends.add(backend, properties);
    }

    void removeBackend(FirewallBackend backend) {
        backends.remove(backend);
    }

    List<String> names() {
        return backends.ask(LIMIT_OF_NAMES, FirewallBackend::name).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** What each says about itself that this system can have, a line for each. Asks the system: not for the UI thread. */
    String availabilities() {
        return backends.ask(BackendList::availability).stream()
                .filter(line -> !line.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String availability(FirewallBackend backend) {
        String name = Objects.requireNonNull(backend.name());
        try {
            Availability availability = backend.availability();
            return availability.status() == Availability.Status.FOREIGN
                    ? ""
                    : NLS.bind(Messages.BackendList_line, name, availability.explanation());
        } catch (RuntimeException e) {
            ILog.of(BackendList.class).error("The backend " + name + " fails", e);
            return NLS.bind(Messages.BackendList_line, name, Messages.BackendList_fails);
        }
    }
}
