// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Snapshot;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Insights;
import org.portio.core.insight.Observation;

/** Rules of other bundles. */
class InsightFinderTest {

    private static final Observation NOTHING =
            Observation.of(new Snapshot(Instant.EPOCH, "test", List.of(), List.of()));

    private static Insight insight(String rule, Severity severity) {
        return new Insight(rule, severity, "what", "evidence", "", List.of());
    }

    @Test
    void mostImportantComesFirst() {
        List<InsightRule> rules = List.of(
                _ -> List.of(insight("a", Severity.NOTE), insight("c", Severity.PROBLEM)),
                _ -> List.of(insight("b", Severity.PROBLEM)));
        assertEquals(
                List.of("b", "c", "a"),
                Insights.over(rules).find(NOTHING).stream().map(Insight::rule).toList());
    }

    @Test
    void ruleThatFailsTakesNothingFromTheOthers() {
        List<InsightRule> rules = List.of(
                _ -> {
                    throw new IllegalStateException("no");
                },
                _ -> null,
                _ -> Arrays.asList(insight("null among them", Severity.NOTE), null),
                _ -> List.of(insight("good", Severity.NOTE)));
        assertEquals(
                List.of(insight("good", Severity.NOTE)), Insights.over(rules).find(NOTHING));
    }
}
