// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Reasons that need a machine of their own, in network namespaces that the test makes. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has network namespaces")
class DiagnoserNamespaceTest {

    private static final int PORT = 7001;

    private Lab lab;

    @BeforeEach
    void makeMachines() throws IOException {
        Lab.assumePossible();
        lab = Lab.open();
    }

    @AfterEach
    void removeThem() {
        lab.close();
    }

    @Test
    void aListenerInAnotherNetworkNamespaceIsToldAndKeepsNobodyFromThePort() throws Exception {
        try (AutoCloseable _ = lab.listen(PORT)) {
            Diagnosis diagnosis = diagnose(lab.client());

            // Others on this machine may listen on this port in namespaces of their own.
            String told = " listens on [::]:" + PORT + " in the network namespace "
                    + lab.server().namespace() + ", which has ports of its own";
            Finding finding = diagnosis.findings().stream()
                    .filter(one -> one.what().endsWith(told))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(diagnosis.toString()));
            assertEquals(Kind.NAMESPACE, finding.kind());
            assertEquals(Weight.TELLS, finding.weight());
            assertTrue(diagnosis.isFree(), diagnosis::toString);
            assertEquals(
                    Weight.BLOCKS,
                    find(diagnose(lab.server()), Kind.LISTENER).orElseThrow().weight());
        }
    }

    @Test
    void portsForOutgoingConnectionsAreWarnedOfUnlessTheyAreReserved() throws Exception {
        LabHost host = lab.server();
        host.sh("echo 7000 8000 > /proc/sys/net/ipv4/ip_local_port_range");
        Finding finding = find(diagnose(host), Kind.EPHEMERAL).orElseThrow();
        assertEquals(Weight.WARNS, finding.weight());
        assertTrue(finding.what().startsWith("the system gives ports 7000-8000 to outgoing connections"));

        host.sh("echo 6000,7000-7005 > /proc/sys/net/ipv4/ip_local_reserved_ports");
        assertEquals(Optional.empty(), find(diagnose(host), Kind.EPHEMERAL));

        host.sh("echo > /proc/sys/net/ipv4/ip_local_reserved_ports; echo 8000 9000 >"
                + " /proc/sys/net/ipv4/ip_local_port_range");
        assertEquals(Optional.empty(), find(diagnose(host), Kind.EPHEMERAL));
    }

    @Test
    void whichPortsArePrivilegedIsReadFromTheSystem() throws Exception {
        lab.server().sh("echo 7500 > /proc/sys/net/ipv4/ip_unprivileged_port_start");
        // A process of its own: a thread in another namespace than its process sees, in Java, addresses of both.
        String told = lab.server()
                .run(Programs.java(Errand.class, "why", String.valueOf(PORT)), "", Duration.ofMinutes(1))
                .out();

        assertTrue(
                told.contains(
                        "kind=PRIVILEGED, weight=TELLS, what=ports below 7500 need privileges, which this user has"),
                told);
        assertEquals(Optional.empty(), find(diagnose(lab.client()), Kind.PRIVILEGED));
    }

    @Test
    void whatWaitsForTheOtherSidesLastWordIsALeftover() throws Exception {
        assertEquals(TcpState.LAST_ACK, leave(true));
        assertLeftover();
    }

    @Test
    void whatWaitsForTheOtherSidesFirstWordIsALeftover() throws Exception {
        assertEquals(TcpState.FIN_WAIT_1, leave(false));
        assertLeftover();
    }

    /** Makes a connection whose cable is cut before its server ends it; returns its state then. */
    private TcpState leave(boolean clientEndsFirst) throws Exception {
        LabHost server = lab.server();
        ServerSocket listener = server.call(() -> new ServerSocket(PORT, 5, InetAddress.ofLiteral(server.address())));
        try (Socket client = lab.client().open(server.address(), PORT);
                Socket accepted = listener.accept()) {
            listener.close();
            if (clientEndsFirst) {
                client.shutdownOutput();
                assertEquals(-1, accepted.getInputStream().read());
            }
            lab.client().sh("ip link set eth0 down");
        }
        return server.call(() -> {
            try {
                return monitor().snapshot().connections().stream()
                        .filter(row -> row.local().port() == PORT)
                        .findFirst()
                        .orElseThrow()
                        .state();
            } catch (ConnectionException e) {
                throw new IOException(e);
            }
        });
    }

    private void assertLeftover() throws Exception {
        Diagnosis diagnosis = diagnose(lab.server());
        Finding finding = find(diagnosis, Kind.LEFTOVER).orElseThrow();
        assertEquals(Weight.BLOCKS, finding.weight());
        assertTrue(finding.what().startsWith("1 connection has ended and left the port behind"));
        assertEquals(Optional.empty(), find(diagnosis, Kind.CONNECTION));
        assertTrue(
                diagnosis.scopes().stream()
                        .noneMatch(scope -> scope.address().equals("0.0.0.0") && scope.reuse() != scope.succeeds()),
                diagnosis::toString);
    }

    /** Returns a diagnosis by a process on that machine. */
    private static Diagnosis diagnose(LabHost host) throws IOException {
        return host.call(() -> {
            try {
                return Diagnoser.over(monitor(), List.of()).diagnose(PORT, Protocol.TCP, "");
            } catch (ConnectionException e) {
                throw new IOException(e);
            }
        });
    }

    /** A source stays in the network namespace of the thread that asks it first. */
    private static ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(new LinuxConnectionSource()));
    }

    private static Optional<Finding> find(Diagnosis diagnosis, Kind kind) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst();
    }
}
