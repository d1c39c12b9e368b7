// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience();

    @Test
    void isOverAfterHalfOfAPeriod() {
        for (int i = 0; i < 10; i++) {
            assertFalse(patience.isOverAfter(Duration.ofMillis(500).toNanos()));
        }
        assertTrue(patience.isOverAfter(Duration.ofMillis(500).toNanos()));
    }

    @Test
    void isNotUsedUpByCellsThatAreQuick() {
        for (int i = 0; i < 1_000; i++) {
            assertFalse(patience.isOverAfter(Duration.ofMillis(10).toNanos()));
        }
    }
}
