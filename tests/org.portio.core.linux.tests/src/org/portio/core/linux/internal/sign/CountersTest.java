// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.ChangeSigns.Sign;

class CountersTest {

    /** As Linux 6.18 has it; tables that are not asked for are left out. */
    private static final String SNMP = """
            Ip: Forwarding DefaultTTL InReceives
            Ip: 2 64 4017861
            Tcp: RtoAlgorithm RtoMin RtoMax MaxConn ActiveOpens PassiveOpens AttemptFails EstabResets CurrEstab InSegs OutSegs RetransSegs InErrs OutRsts InCsumErrors
            Tcp: 1 200 120000 -1 483169 482055 896 374454 12 4017348 3990192 468 0 370441 0
            Udp: InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors
            Udp: 448703 409 19976 471150 19976 0 0 0 0
            """;

    private static final String SOCKSTAT = """
            sockets: used 212
            TCP: inuse 31 orphan 0 tw 7 alloc 45 mem 0
            UDP: inuse 5 mem 0
            UDPLITE: inuse 0
            RAW: inuse 0
            FRAG: inuse 0 memory 0
            """;

    private static final String SOCKSTAT6 = """
            TCP6: inuse 8
            UDP6: inuse 3
            UDPLITE6: inuse 0
            RAW6: inuse 0
            FRAG6: inuse 0 memory 0
            """;

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource({
        "'', '', NONE",
        "483169, 483170, CHANGED", // ActiveOpens
        "' 12 ', ' 11 ', CHANGED", // CurrEstab
        "tw 7, tw 6, CHANGED",
        "TCP6: inuse 8, TCP6: inuse 9, CHANGED",
        "UDP: inuse 5, UDP: inuse 4, CHANGED",
        "4017348, 4017349, TRAFFIC", // InSegs
        "471150, 471151, TRAFFIC", // OutDatagrams
        "used 212, used 213, NONE", // a socket of another kind
        "alloc 45, alloc 46, NONE", // one in another network namespace
        "RetransSegs, Retransmitted, NONE",
    })
    void knowsWhatADifferenceMeans(String before, String after, Sign sign) {
        assertEquals(sign, changed(before, after).since(counters()));
    }

    @Test
    void noticesASocketThatIsNeitherBoundNorConnectedYet() {
        Counters later = Counters.parse(
                SNMP, List.of(SOCKSTAT.replace("used 212", "used 213").replace("alloc 45", "alloc 46"), SOCKSTAT6));

        assertEquals(Sign.CHANGED, later.since(counters()));
    }

    @Test
    void needsNoIpv6() {
        Counters without = Counters.parse(SNMP, List.of(SOCKSTAT, ""));

        assertEquals(Sign.NONE, without.since(without));
        assertEquals(
                Sign.CHANGED,
                Counters.parse(SNMP, List.of(SOCKSTAT, "TCP6: inuse 8")).since(without));
    }

    private static Counters counters() {
        return Counters.parse(SNMP, List.of(SOCKSTAT, SOCKSTAT6));
    }

    private static Counters changed(String before, String after) {
        return before.isEmpty()
                ? counters()
                : Counters.parse(
                        SNMP.replace(before, after),
                        List.of(SOCKSTAT.replace(before, after), SOCKSTAT6.replace(before, after)));
    }
}
