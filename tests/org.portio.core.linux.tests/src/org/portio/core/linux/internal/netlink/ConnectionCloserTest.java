// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.linux.internal.FakeTransport;
import org.portio.testing.Sockets;

/** Tests on the kernel's own answers to SOCK_DESTROY. */
class ConnectionCloserTest {

    private static final long KEY = 0x1122334455667788L;
    private static final int ESTABLISHED = 1;
    private static final int CLOSE = 7;
    private static final Connection CONNECTION = Connection.of(
                    Protocol.TCP,
                    AddressFamily.IPV4,
                    new Endpoint(InetAddress.ofLiteral("127.0.0.1"), 80, new NetInterface(3, "eth3")))
            .remote(Sockets.endpoint("127.0.0.1", 40000))
            .state(TcpState.ESTABLISHED)
            .platformKey(KEY)
            .build();

    private final FakeTransport kernel = new FakeTransport();
    private final ConnectionCloser closer = new ConnectionCloser(kernel);

    @Test
    void isClosedWhenItIsNotListedAnyMore() throws Exception {
        kernel.answer(acknowledgement(0)).answer(FakeTransport.done(0));

        assertTrue(closer.close(CONNECTION));

        ByteBuffer request = ByteBuffer.wrap(kernel.requests().getFirst()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(21, request.getShort(4));
        assertEquals(80, request.order(ByteOrder.BIG_ENDIAN).getShort(16 + 8));
        assertEquals(KEY, request.order(ByteOrder.LITTLE_ENDIAN).getLong(16 + 48));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 116})
    void hasGoneWhereTheKernelDoesNotFindIt(int errno) throws Exception {
        kernel.answer(acknowledgement(errno)).answer(FakeTransport.done(0));

        assertFalse(closer.close(CONNECTION));
    }

    @Test
    void isLookedForAtTheInterfaceThatItIsBoundTo() throws Exception {
        kernel.answer(acknowledgement(0)).answer(FakeTransport.done(0));

        assertTrue(closer.close(CONNECTION));

        ByteBuffer request = ByteBuffer.wrap(kernel.requests().getFirst()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(3, request.getInt(16 + 44));
    }

    @Test
    void isClosedWhereItsProcessStillHasTheSocket() throws Exception {
        kernel.answer(acknowledgement(0)).answer(listed(CLOSE), FakeTransport.done(0));

        assertTrue(closer.close(CONNECTION));
    }

    @Test
    void isNotBelievedClosedWhileItIsListed() {
        kernel.answer(acknowledgement(0)).answer(listed(ESTABLISHED), FakeTransport.done(0));

        assertEquals(
                "the kernel did not close the connection: it still lists it",
                assertThrows(ConnectionException.class, () -> closer.close(CONNECTION))
                        .getMessage());
    }

    @Test
    void saysWhyTheKernelRefuses() {
        assertEquals(Kind.PERMISSION, refusal(1).kind());
        assertEquals(
                "this kernel cannot close single connections: it is built without CONFIG_INET_DIAG_DESTROY",
                refusal(95).getMessage());
        assertEquals(
                "the kernel did not close the connection: errno 22", refusal(22).getMessage());
    }

    private ConnectionException refusal(int errno) {
        kernel.answer(acknowledgement(errno));
        return assertThrows(ConnectionException.class, () -> closer.close(CONNECTION));
    }

    /** {@code struct nlmsgerr}: the error, negative, and the request's header. */
    private static String acknowledgement(int errno) {
        ByteBuffer payload =
                ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(0, -errno);
        return FakeTransport.message(2, 0, HexFormat.of().formatHex(payload.array()));
    }

    /** {@code struct inet_diag_msg}, of which the state and the cookie matter here. */
    private static String listed(int state) {
        ByteBuffer payload = ByteBuffer.allocate(72)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(1, (byte) state)
                .putLong(44, KEY);
        return FakeTransport.message(20, 2, HexFormat.of().formatHex(payload.array()));
    }
}
