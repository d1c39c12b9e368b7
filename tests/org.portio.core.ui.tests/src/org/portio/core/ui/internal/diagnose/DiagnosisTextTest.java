// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.core.ui.internal.diagnose.Diagnoses.diagnosis;
import static org.portio.core.ui.internal.diagnose.Diagnoses.free;
import static org.portio.core.ui.internal.diagnose.Diagnoses.taken;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Weight;

class DiagnosisTextTest {

    private static final List<BindScope> SCOPES = List.of(
            taken("127.0.0.1", false, "a listener"),
            taken("127.0.0.1", true, "a listener"),
            taken("0.0.0.0", false, "a listener"),
            free("0.0.0.0", true),
            free("::1", true));

    @Test
    void copiesAllThatIsShown() {
        Finding inferred = Diagnoses.finding(Weight.WARNS, "a rule may drop it", "", true);

        assertEquals(
                List.of(
                        "TCP 8080 can be bound only in some ways: " + Diagnoses.WHY,
                        "",
                        Diagnoses.WHY,
                        "    Seen: TCP 0.0.0.0:8080 LISTEN",
                        "    portio kill --port 8080 --tcp",
                        "",
                        "a rule may drop it (inferred)",
                        "    Seen: TCP 0.0.0.0:8080 LISTEN",
                        "",
                        "Address\tWithout SO_REUSEADDR\tWith SO_REUSEADDR\tReason",
                        "127.0.0.1\tno\tno\ta listener",
                        "0.0.0.0\tno\tyes\ta listener",
                        "::1\t\tyes\t"),
                DiagnosisText.of(diagnosis(SCOPES, Diagnoses.LISTENER, inferred))
                        .lines()
                        .toList());
    }

    @Test
    void eachReasonIsNamedOnceForAnAddress() {
        List<ScopeRow> rows = ScopeRow.of(
                List.of(taken("::", false, "left over"), taken("::", true, "a listener"), free("::1", false)));

        assertEquals(
                List.of(new ScopeRow("::", "no", "no", "left over; a listener"), new ScopeRow("::1", "yes", "", "")),
                rows);
    }
}
