// SPDX-License-Identifier: EPL-2.0
package org.portio.core.insight;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.internal.insight.InsightFinder;

/** Asks all rules what stands out: PortIO's own and those of other bundles. Called from any thread but the UI's. */
@FunctionalInterface
@ProviderType
public interface Insights {

    /** Returns what the rules find, the most important first. */
    List<Insight> find(Observation observation);

    /** Returns one that asks the rules of the core and these. */
    static Insights over(List<InsightRule> rules) {
        return new InsightFinder(rules);
    }
}
