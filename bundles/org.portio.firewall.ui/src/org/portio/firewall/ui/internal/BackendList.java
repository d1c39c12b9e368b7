// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.firewall.FirewallBackend;

/** The backends that any bundle publishes. */
@Component(service = BackendList.class)
public final class BackendList {

    private final List<FirewallBackend> backends = new CopyOnWriteArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addBackend(FirewallBackend backend) {
        backends.add(backend);
    }

    void removeBackend(FirewallBackend backend) {
        backends.remove(backend);
    }

    List<String> names() {
        return backends.stream().map(FirewallBackend::name).distinct().sorted().toList();
    }

    /** What each says about itself, a line for each. Asks the system: not for the UI thread. */
    String availabilities() {
        return backends.stream().map(BackendList::availability).sorted().collect(Collectors.joining("\n"));
    }

    private static String availability(FirewallBackend backend) {
        try {
            String explanation = backend.availability().explanation();
            return NLS.bind(Messages.BackendList_line, backend.name(), explanation);
        } catch (RuntimeException e) {
            ILog.of(BackendList.class).error("The backend " + backend.name() + " fails", e);
            return NLS.bind(Messages.BackendList_line, backend.name(), Messages.BackendList_fails);
        }
    }
}
