// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CloseRightsTest {

    @Test
    void closingTakesTheCapabilityToAdministerTheNetwork() {
        assertTrue(CloseRights.among(List.of("Name:\tjava", "CapEff:\t000001ffffffffff")));
        assertTrue(CloseRights.among(List.of("CapEff:\t0000000000001000")));
        assertFalse(CloseRights.among(List.of("CapPrm:\t000001ffffffffff", "CapEff:\t0000000000000000")));
        assertFalse(CloseRights.among(List.of("CapEff:\tffffffffffffefff")));
    }

    @Test
    void whatTheSystemDoesNotSayIsLeftToTheAttempt() {
        assertTrue(CloseRights.among(List.of("Name:\tjava")));
    }
}
