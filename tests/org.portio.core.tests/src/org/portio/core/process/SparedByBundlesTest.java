// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.testing.Faults;

class SparedByBundlesTest {

    private static final long PID = 4711;

    private final SparedByBundles spared = new SparedByBundles();

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyServiceDoesNotKeepTheOthersFromSparingAProcess(Faults fault) {
        spared.addSpared(_ -> fault.instead(), Map.of());
        spared.addSpared(_ -> "it is spared", Map.of());

        assertTimeoutPreemptively(Faults.PATIENCE, () -> assertEquals("it is spared", spared.refusal(PID)));
    }
}
