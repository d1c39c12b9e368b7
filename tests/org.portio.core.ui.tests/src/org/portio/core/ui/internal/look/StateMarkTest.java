// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

class StateMarkTest {

    private static final Endpoint HERE = Sockets.endpoint("127.0.0.1", 80);
    private static final Endpoint THERE = Sockets.endpoint("127.0.0.1", 5000);
    private static final RGB RED = new RGB(200, 10, 20);

    @Test
    void everyStateHasAMark() {
        for (TcpState state : TcpState.values()) {
            assertTrue(StateMark.of(tcp(state)).colour().startsWith("org.portio.core.ui.state"), state.label());
        }
    }

    @Test
    void aUdpSocketIsMarkedByWhetherItHasAnotherEnd() {
        assertEquals(StateMark.LISTENING, StateMark.of(Sockets.udp(HERE, null)));
        assertEquals(StateMark.CONNECTED, StateMark.of(Sockets.udp(HERE, THERE)));
    }

    @Test
    void whatTheOtherEndHasClosedLooksLikeNothingElse() {
        StateMark leftOpen = StateMark.of(tcp(TcpState.CLOSE_WAIT));
        for (TcpState state : TcpState.values()) {
            if (state != TcpState.CLOSE_WAIT) {
                assertNotEquals(leftOpen, StateMark.of(tcp(state)), state.label());
            }
        }
    }

    @Test
    void marksAreToldApartWithoutTheirColours() {
        long shapes = Arrays.stream(StateMark.values())
                .map(mark -> Arrays.hashCode(mark.shape().draw(16, RED).alphaData))
                .collect(Collectors.toSet())
                .size();
        assertEquals(StateMark.values().length, shapes);
    }

    @Test
    void aMarkIsDrawnInItsColourWithNothingAround() {
        ImageData disc = MarkShape.DISC.draw(32, RED);
        assertEquals(32, disc.width);
        assertEquals(255, disc.getAlpha(16, 16));
        assertEquals(0, disc.getAlpha(0, 0));
        assertEquals(RED, disc.palette.getRGB(disc.getPixel(16, 16)));
        assertEquals(0, MarkShape.RING.draw(32, RED).getAlpha(16, 16));
    }

    private static Connection tcp(TcpState state) {
        return Sockets.tcp(HERE, state == TcpState.LISTEN ? null : THERE, state);
    }
}
