// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;

/** Tests which commands are enabled for which reservation. */
class ReservationTesterTest {

    private final ReservationTester tester = new ReservationTester();

    @Test
    void onlyAHeldPortWithAnExecutableCanBeRun() {
        Set<HoldState> runnable = states(state ->
                test(Rows.reservation(PortKey.of(1, Protocol.TCP), "/bin/app", "", state, ""), "canRun"));
        assertEquals(EnumSet.of(HoldState.HELD, HoldState.UNPROVEN), runnable);
        assertFalse(test(Rows.tcp(1, HoldState.HELD), "canRun"), "there is nothing to run");
    }

    @Test
    void whatIsNotHeldAsItShouldBeCanBeRetried() {
        Set<HoldState> retriable = states(state -> test(Rows.tcp(1, state), "canRetry"));
        assertEquals(EnumSet.of(HoldState.CONFLICT, HoldState.DENIED, HoldState.UNPROVEN), retriable);
    }

    @Test
    void aThingOfAnotherKindCanDoNothing() {
        assertFalse(tester.test("a text", "canRun", new Object[0], null));
        assertFalse(test(Rows.tcp(1, HoldState.DENIED), "canFly"));
        assertTrue(test(Rows.tcp(1, HoldState.DENIED), "canRetry"));
    }

    private boolean test(ReservationStatus row, String property) {
        return tester.test(row, property, new Object[0], null);
    }

    private static Set<HoldState> states(Predicate<HoldState> condition) {
        return EnumSet.allOf(HoldState.class).stream().filter(condition).collect(Collectors.toSet());
    }
}
