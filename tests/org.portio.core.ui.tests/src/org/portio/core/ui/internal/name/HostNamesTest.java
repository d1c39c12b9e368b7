// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;
import org.portio.ui.table.Column;

/** The names of loopback addresses, which the file of hosts has. */
class HostNamesTest {

    private static final InetAddress LOOPBACK = Sockets.endpoint("127.0.0.1", 1).address();
    private static final Connection CONNECTED =
            Sockets.tcp(Sockets.endpoint("127.0.0.1", 50_000), Sockets.endpoint("127.0.0.1", 80), TcpState.ESTABLISHED);

    private final HostNames names = new HostNames();
    private final Column<Connection> column =
            names.over(Column.address("remoteAddress", "Remote Address", Connection::remote));

    @Test
    void withoutThePreferenceNobodyIsAskedAndTheAddressIsShown() {
        assertEquals("127.0.0.1", column.text().apply(CONNECTED));
        assertEquals("", column.tip().apply(CONNECTED));
        assertEquals("", column.text().apply(Sockets.listener("127.0.0.1", 80)));
    }

    @Test
    void whatSomebodyAsksForIsShownInPlaceOfTheAddressAndFoundByBoth() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        CompletableFuture<Map<InetAddress, String>> answer = new CompletableFuture<>();
        try (var _ = names.onChange(changed::countDown)) {
            names.ask(List.of(LOOPBACK), answer::complete);
            String name = answer.get(20, TimeUnit.SECONDS).get(LOOPBACK);

            assertEquals(name, column.text().apply(CONNECTED));
            assertEquals("127.0.0.1", column.tip().apply(CONNECTED));
            assertTrue(column.cells().plain(name).test(CONNECTED));
            assertTrue(column.cells().plain("127.0.0").test(CONNECTED));
            assertTrue(changed.await(20, TimeUnit.SECONDS));
        }
    }
}
