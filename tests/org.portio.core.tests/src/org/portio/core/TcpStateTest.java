// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TcpStateTest {

    @ParameterizedTest
    @CsvSource({
        "listen, LISTEN",
        "ESTAB, ESTABLISHED",
        "established, ESTABLISHED",
        "TIME-WAIT, TIME_WAIT",
        "time_wait, TIME_WAIT",
        "timewait, TIME_WAIT",
        "FIN_WAIT1, FIN_WAIT_1",
        "fin-wait-2, FIN_WAIT_2",
        "SYN_RECV, SYN_RECEIVED",
        "syn-received, SYN_RECEIVED",
        "bound, BOUND"
    })
    void knowsTheSpellingsOfRfc9293NetstatAndSs(String spelling, TcpState state) {
        assertEquals(state, TcpState.named(spelling).orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void findsEachStateByItsOwnNames(TcpState state) {
        assertEquals(state, TcpState.named(state.label()).orElseThrow());
        assertEquals(state, TcpState.named(state.netstatName()).orElseThrow());
    }

    @Test
    void doesNotKnowOtherNames() {
        assertTrue(TcpState.named("OPEN").isEmpty());
        assertTrue(TcpState.named("").isEmpty());
    }
}
