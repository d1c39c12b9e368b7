// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.diagnosis.Question;

/** Tells anyone who diagnoses port 5432 that a team keeps it for its database. */
@Component
public final class TeamFindings implements FindingProvider {

    private static final int DATABASE = 5432;

    @Override
    public List<Finding> find(Question question) {
        return question.port() == DATABASE
                ? List.of(new Finding(
                        Finding.Kind.LIMIT,
                        Finding.Weight.TELLS,
                        "the team keeps port " + DATABASE + " for its database",
                        "ports.txt, line 3",
                        "",
                        false))
                : List.of();
    }
}
