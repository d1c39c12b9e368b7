// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.insight.Insight;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Insights;
import org.portio.core.insight.Observation;
import org.portio.core.system.Contributions;

/** Asks all rules at the same time. */
@Component(service = Insights.class)
public final class InsightFinder implements Insights {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Contributions<InsightRule> rules = new Contributions<>(LIMIT);

    @Activate
    public InsightFinder() {
        this(List.of());
    }

    /** Returns one that asks these, too. */
    public InsightFinder(List<InsightRule> others) {
        Stream.of(
                        new AcceptQueueRule(),
                        new EphemeralPortsRule(),
                        new ExposureRule(),
                        new CloseWaitRule(),
                        new OrphanedFinWaitRule(),
                        new TimeWaitRule())
                .forEach(rule -> addRule(rule, Map.of()));
        others.forEach(rule -> addRule(rule, Map.of()));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addRule(InsightRule rule, Map<String, Object> properties) {
        rules.add(rule, properties);
    }

    void removeRule(InsightRule rule) {
        rules.remove(rule);
    }

    @Override
    public List<Insight> find(Observation observation) {
        return rules.ask(rule -> List.copyOf(rule.look(observation))).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Insight::severity).thenComparing(Insight::rule))
                .toList();
    }
}
