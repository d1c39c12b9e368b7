// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.port.PortRange;

class BaselineTest {

    private static final Connection WEB = listener("0.0.0.0", 80, process(812, "nginx"));

    private static boolean isNew(Connection now, Connection... known) {
        return new Baseline(snapshot(known), new PortRange(32768, 60999)).isNew(now);
    }

    private static ProcessInfo program(String name, String path) {
        return new ProcessInfo(7, TIME, name, "", path, null, 1);
    }

    @Test
    void aRestartedServiceIsKnown() {
        assertFalse(isNew(
                listener("0.0.0.0", 80, process(990, "nginx"))
                        .with()
                        .platformKey(9)
                        .build(),
                WEB));
    }

    @Test
    void anotherProgramPortAddressOrProtocolIsNew() {
        assertTrue(isNew(listener("0.0.0.0", 80, process(812, "python3")), WEB));
        assertTrue(isNew(listener("0.0.0.0", 81, process(812, "nginx")), WEB));
        assertTrue(isNew(listener("127.0.0.1", 80, process(812, "nginx")), WEB));
        assertTrue(isNew(udp(endpoint("0.0.0.0", 80), null, process(812, "nginx")), WEB));
        assertTrue(isNew(WEB.with().namespace("blue").build(), WEB));
        assertTrue(isNew(WEB));
    }

    @Test
    void onlyListenersAreNew() {
        assertFalse(isNew(
                tcp(endpoint("10.0.0.1", 5000), endpoint("10.0.0.2", 80), TcpState.ESTABLISHED, process(5, "curl"))));
        assertFalse(isNew(udp(endpoint("10.0.0.1", 5000), endpoint("10.0.0.2", 53), process(5, "dig"))));
    }

    @Test
    void aProgramIsKnownByItsPathAndByItsNameOnlyIfThatIsAll() {
        Connection known = listener("0.0.0.0", 80, program("nginx", "/usr/sbin/nginx"));
        assertTrue(isNew(listener("0.0.0.0", 80, program("nginx", "/tmp/nginx")), known));
        assertFalse(isNew(listener("0.0.0.0", 80, program("renamed", "/usr/sbin/nginx")), known));
        assertFalse(isNew(listener("0.0.0.0", 80, program("nginx", "")), known));
        assertFalse(isNew(listener("0.0.0.0", 80, program("nginx", "/usr/sbin/nginx (deleted)")), known));
    }

    @Test
    void oneProgramOfSeveralIsEnough() {
        Connection shared = listener("0.0.0.0", 22, process(1, "systemd"), process(30, "sshd"));
        assertFalse(isNew(shared, listener("0.0.0.0", 22, process(1, "systemd"))));
        assertFalse(isNew(listener("0.0.0.0", 22, process(31, "sshd")), shared));
    }

    @Test
    void aProgramThatCannotBeSeenIsNotComparedButItsPlaceIs() {
        Connection hidden = listener("0.0.0.0", 80);
        assertFalse(isNew(hidden, WEB));
        assertFalse(isNew(WEB, hidden));
        assertTrue(isNew(listener("0.0.0.0", 81), WEB));
    }

    @Test
    void whatTheKernelItselfHasIsNotAProgram() {
        Connection kernel = udp(endpoint("0.0.0.0", 4789), null)
                .with()
                .owners(List.of(), Ownership.KERNEL)
                .build();
        assertFalse(isNew(kernel, kernel));
        assertTrue(isNew(udp(endpoint("0.0.0.0", 4789), null, process(5, "nc")), kernel));
    }

    @Test
    void aUdpPortThatTheSystemGaveOutIsAnyOfThem() {
        Connection known = udp(endpoint("0.0.0.0", 40000), null, process(5, "avahi-daemon"));
        assertFalse(isNew(udp(endpoint("0.0.0.0", 50000), null, process(6, "avahi-daemon")), known));
        assertTrue(isNew(udp(endpoint("0.0.0.0", 50000), null, process(6, "nc")), known));
        assertTrue(isNew(udp(endpoint("0.0.0.0", 5353), null, process(6, "avahi-daemon")), known));
        assertTrue(
                isNew(listener("0.0.0.0", 50000, process(6, "java")), listener("0.0.0.0", 40000, process(6, "java"))));
    }

    @Test
    void anInterfaceIsKnownByItsNameAndNotByItsNumber() {
        Connection three = bound(3, "lo");
        assertFalse(isNew(three, bound(4, "lo")));
        assertTrue(isNew(three, bound(3, "eth0")));
    }

    private static Connection bound(int index, String name) {
        Endpoint end = endpoint("127.0.0.53", 53);
        return listener("127.0.0.53", 53, process(9, "resolved"))
                .with()
                .local(new Endpoint(end.address(), end.port(), new NetInterface(index, name)))
                .build();
    }

    @Test
    void countsItsListeners() {
        assertEquals(2, new Baseline(snapshot(WEB, WEB), new PortRange(32768, 60999)).size());
    }
}
