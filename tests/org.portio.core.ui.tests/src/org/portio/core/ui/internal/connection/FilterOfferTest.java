// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

class FilterOfferTest {

    private static final Connection LISTENER = Connection.of(
                    Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("0.0.0.0:3000"))
            .state(TcpState.LISTEN)
            .owners(List.of(new ProcessInfo(42, Instant.EPOCH, "node", "", "", null, 1)), Ownership.KNOWN)
            .build();
    private static final Connection OUTGOING = Connection.of(
                    Protocol.TCP, AddressFamily.IPV6, Endpoint.parse("[::1]:50000"))
            .remote(Endpoint.parse("[fe80::1]:443"))
            .state(TcpState.TIME_WAIT)
            .build();

    @Test
    void offersTheProcessAndThePortOfAListener() {
        assertEquals(
                List.of(
                        new FilterOffer("Only Process node (42)", "pid:42"),
                        new FilterOffer("Not Process node (42)", "!pid:42"),
                        new FilterOffer("Only Port 3000", "port:3000")),
                FilterOffer.of(List.of(LISTENER)));
    }

    @Test
    void offersThePeerAndBothEndsOfAConnection() {
        assertEquals(
                List.of(
                        "port:443",
                        "remoteAddress:[fe80::1]",
                        "!remoteAddress:[fe80::1]",
                        "address:[::1]:50000 address:[fe80::1]:443"),
                FilterOffer.of(List.of(OUTGOING)).stream()
                        .map(FilterOffer::term)
                        .toList());
    }

    @Test
    void offersAllOfWhatIsSelectedTogether() {
        assertEquals(
                List.of("pid:42", "!pid:42", "port:3000,443", "remoteAddress:[fe80::1]", "!remoteAddress:[fe80::1]"),
                FilterOffer.of(List.of(LISTENER, OUTGOING)).stream()
                        .map(FilterOffer::term)
                        .toList());
        assertEquals(List.of(), FilterOffer.of(List.of()));
    }
}
