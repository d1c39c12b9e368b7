// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.system.Contributions;
import org.portio.firewall.Availability;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.Firewalls;

/** The backends: those that PortIO brings, and those that other bundles publish. */
@Component(service = BackendList.class)
public final class BackendList {

    /** The UI thread waits for their names. */
    private static final Duration LIMIT_OF_NAMES = Duration.ofMillis(500);
    /** The time to wait for the backends: several of the system's programs may have to be asked. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Contributions<FirewallBackend> backends = new Contributions<>(LIMIT);
    private final List<FirewallBackend> own;

    /** Called by OSGi. */
    @Activate
    public BackendList() {
        this(Firewalls.backendsOfSystem());
    }

    /** Creates one over these of PortIO's. */
    public BackendList(List<FirewallBackend> own) {
        this.own = List.copyOf(own);
        own.forEach(backend -> backends.add(backend, Map.of()));
    }

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

    public List<String> names() {
        return backends.ask(LIMIT_OF_NAMES, FirewallBackend::name).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns what each says about itself that this system can have, a line for each. Asks the system: not for the UI thread. */
    public String availabilities() {
        return backends.ask(this::availability).stream()
                .filter(line -> !line.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private String availability(FirewallBackend backend) {
        String name = Objects.requireNonNull(backend.name());
        try {
            Availability said = backend.availability();
            Availability here = own.contains(backend) ? said : Firewalls.withoutElevation(said);
            return here.status() == Availability.Status.FOREIGN
                    ? ""
                    : NLS.bind(Messages.BackendList_line, name, here.message());
        } catch (RuntimeException e) {
            ILog.of(BackendList.class).error("The backend " + name + " fails", e);
            return NLS.bind(Messages.BackendList_line, name, Messages.BackendList_fails);
        }
    }
}
