// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.core.ui.internal.diagnose.Diagnoses.diagnosis;
import static org.portio.core.ui.internal.diagnose.Diagnoses.free;
import static org.portio.core.ui.internal.diagnose.Diagnoses.taken;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.ui.internal.diagnose.Headline.Verdict;

class HeadlineTest {

    private static final String ANY = "0.0.0.0";

    @Test
    void isFreeWhereEveryBindSucceeds() {
        assertEquals(
                new Headline(Verdict.FREE, "TCP 8080 is free"),
                Headline.of(diagnosis(
                        List.of(free(ANY, false), free(ANY, true)),
                        Diagnoses.finding(Weight.TELLS, "ports below 1024 need privileges", "", false))));
    }

    @Test
    void namesWhatKeepsIt() {
        assertEquals(
                new Headline(Verdict.TAKEN, "TCP 8080 cannot be bound: " + Diagnoses.WHY),
                Headline.of(
                        diagnosis(List.of(taken(ANY, false, "taken"), taken(ANY, true, "taken")), Diagnoses.LISTENER)));
    }

    @Test
    void takesWhatTheBindFailedForWhereNothingWasFound() {
        assertEquals(
                "TCP 8080 cannot be bound: not an address of this machine",
                text(List.of(taken("192.0.2.1", false, "not an address of this machine"))));
        assertEquals("TCP 8080 cannot be bound", text(List.of(taken("192.0.2.1", false, ""))));
    }

    /** All addresses are like this if somebody listens on 0.0.0.0, except single ones over IPv6. */
    @Test
    void isTakenWhereNeitherAllAddressesNorAnyOverIpv4CanBeBound() {
        assertEquals(
                "TCP 8080 cannot be bound: a listener",
                text(List.of(
                        taken("127.0.0.1", true, "a listener"),
                        taken(ANY, true, "a listener"),
                        free("::1", true),
                        taken("::", true, "a listener"))));
    }

    @Test
    void saysThatReuseHelps() {
        List<BindScope> leftOver = List.of(
                taken("127.0.0.1", false, "left over"),
                free("127.0.0.1", true),
                taken(ANY, false, "left over"),
                free(ANY, true),
                free("192.0.2.2", false),
                free("192.0.2.2", true));

        assertEquals("TCP 8080 can be bound only with SO_REUSEADDR: left over", text(leftOver));
        assertEquals("TCP 8080 can be bound only with SO_REUSEADDR: left over", text(leftOver.subList(0, 2)));
    }

    @Test
    void saysThatSomeWaysAreLeft() {
        assertEquals(
                "TCP 8080 can be bound only in some ways: a listener",
                text(List.of(
                        taken("127.0.0.1", true, "a listener"),
                        taken(ANY, true, "a listener"),
                        taken("::", true, "a listener"),
                        free("192.0.2.2", true))));
    }

    private static String text(List<BindScope> scopes) {
        return Headline.of(diagnosis(scopes)).text();
    }
}
