// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.process.SparedByBundles;
import org.portio.testing.FakeSource;
import org.portio.testing.Faults;

/** Somebody else's service that finds nothing, and fails in finding it. */
class FaultyFindingsTest {

    private static final Finding WELL = new Finding(Kind.LIMIT, Weight.TELLS, "all is well", "seen", "", false);

    private final PortDiagnoser diagnoser =
            new PortDiagnoser(ConnectionMonitor.over(List.of(new FakeSource())), new SparedByBundles());

    @ParameterizedTest
    @EnumSource(Faults.class)
    void takesNothingFromTheOthers(Faults fault) {
        isToldBeside(_ -> fault.instead());
    }

    @Test
    void takesNothingFromTheOthersByFindingsThatLackAPart() {
        isToldBeside(_ -> Arrays.asList(WELL, null));
        isToldBeside(_ -> List.of(new Finding(Kind.LIMIT, null, "it has no weight", "", "", false)));
        isToldBeside(_ -> List.of(new Finding(Kind.LIMIT, Weight.TELLS, null, "", "", false)));
    }

    private void isToldBeside(FindingProvider faulty) {
        diagnoser.addProvider(faulty, Map.of("service.ranking", 9));
        diagnoser.addProvider(_ -> List.of(WELL), Map.of());

        assertTimeoutPreemptively(
                Faults.PATIENCE,
                () -> assertTrue(
                        diagnoser.diagnose(1, Protocol.UDP, "").findings().contains(WELL)));
    }
}
