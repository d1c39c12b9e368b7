// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.system.Contributions;

/** Spares what any bundle spares, for all who end processes or advise to do so. In the workbench it is an OSGi service. */
@Component(service = SparedByBundles.class)
public final class SparedByBundles implements SparedProcess {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Contributions<SparedProcess> all = new Contributions<>(LIMIT);

    /** Adds one, with the properties that OSGi knows of it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addSpared(SparedProcess one, Map<String, Object> properties) {
        all.add(one, properties);
    }

    public void removeSpared(SparedProcess one) {
        all.remove(one);
    }

    /** Returns the sentence of the first that refuses; empty if none does. */
    @Override
    public String refusal(long pid) {
        return all.ask(one -> one.refusal(pid)).stream()
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }
}
