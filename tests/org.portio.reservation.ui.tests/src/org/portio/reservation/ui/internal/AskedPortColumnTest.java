// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.reservation.Remap;
import org.portio.ui.table.Column;

class AskedPortColumnTest {

    private static final Remap REMAP = new Remap(8080, 24138, 42, "node", "/work/shop", Instant.EPOCH);

    private final Column<Connection> column =
            new AskedPortColumn(() -> List.of(REMAP), Runnable::run).columns().getFirst();

    private static Connection socket(Protocol protocol, int port, TcpState state) {
        return Connection.of(protocol, AddressFamily.IPV4, new Endpoint(InetAddress.getLoopbackAddress(), port))
                .state(state)
                .build();
    }

    @Test
    void saysWhatTheProgramOfAListenerAskedFor() {
        assertEquals("8080", column.text().apply(socket(Protocol.TCP, 24138, TcpState.LISTEN)));
    }

    @Test
    void isEmptyForOthers() {
        assertEquals("", column.text().apply(socket(Protocol.TCP, 8080, TcpState.LISTEN)));
        assertEquals("", column.text().apply(socket(Protocol.TCP, 24138, TcpState.ESTABLISHED)));
    }
}
