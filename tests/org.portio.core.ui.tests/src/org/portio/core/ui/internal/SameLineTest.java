// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SameLineTest {

    private static final String EARLIER = "head\ntcp 80\nudp 53\n";

    @Test
    void aLineIsFollowedToItsNewPlace() {
        String later = "head\ntcp 22\ntcp 80\nudp 53\n";
        assertEquals(later.indexOf("80"), SameLine.offset(EARLIER, later, EARLIER.indexOf("80")));
        assertEquals(later.indexOf("udp"), SameLine.offset(EARLIER, later, EARLIER.indexOf("udp")));
    }

    @Test
    void theFirstLineStaysFirst() {
        assertEquals(2, SameLine.offset(EARLIER, "head\n", 2));
    }

    @Test
    void theEndOfALineStaysItsEnd() {
        String later = "head\nudp 53\ntcp 80\n";
        assertEquals(later.indexOf("80") + 2, SameLine.offset(EARLIER, later, EARLIER.indexOf("80") + 2));
    }

    @Test
    void onlyWholeLinesAreTheSame() {
        assertEquals(5, SameLine.offset(EARLIER, "head\ntcp 8080\nx-tcp 80\n", 5));
    }

    @Test
    void withoutItsLineAPlaceStaysWithinTheText() {
        assertEquals(3, SameLine.offset(EARLIER, "new", EARLIER.indexOf("80")));
        assertEquals(0, SameLine.offset("", "new\n", 0));
    }

    @Test
    void theEndOfTheTextStaysNearItsEnd() {
        assertEquals(EARLIER.length(), SameLine.offset(EARLIER, EARLIER, EARLIER.length()));
    }
}
