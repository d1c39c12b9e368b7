// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.system.MissingRight;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.internal.TestPorts;
import org.portio.reservation.internal.hold.Holds;
import org.portio.reservation.internal.hold.ReservedPorts;
import org.portio.reservation.internal.store.ReservationStore;

class LedgerTest {

    @TempDir
    private Path root;

    private Path list;
    private Path run;
    private Engine engine;
    private PortKey key;

    @BeforeEach
    void makeTheSystem() throws Exception {
        list = root.resolve("proc/sys/net/ipv4/ip_local_reserved_ports");
        run = root.resolve("proc/sys/kernel/random/boot_id");
        Files.createDirectories(list.getParent());
        Files.createDirectories(run.getParent());
        Files.writeString(list, "7,9000-9002\n");
        Files.writeString(run, "run-1\n");
        key = TestPorts.freeTcp();
        open();
    }

    private void open() throws ReservationException {
        close();
        engine = Engine.open(TestPorts.places(root.resolve("home")), TestPorts.monitor(), Holds.ofSystem(), root);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private static Reservation out(PortKey key) {
        return new Reservation(key, "", "", HandOver.AUTO, true, Instant.EPOCH);
    }

    private String listed() throws Exception {
        return Files.readString(list).strip();
    }

    @Test
    void addsThePortAndTakesItOutAgain() throws Exception {
        engine.reserve(out(key));
        assertEquals("7,9000-9002," + key.port(), listed());
        open();
        assertEquals("7,9000-9002," + key.port(), listed());
        engine.release(key);
        assertEquals("7,9000-9002", listed());
    }

    @Test
    void leavesWhatWasThereBefore() throws Exception {
        Files.writeString(list, "7," + key.port());
        engine.reserve(out(key));
        engine.release(key);
        assertEquals("7," + key.port(), listed());
    }

    @Test
    void addsItOnlyWhereAskedTo() throws Exception {
        engine.reserve(TestPorts.wish(key));
        assertEquals("7,9000-9002", listed());
        engine.reserve(out(key));
        engine.reserve(TestPorts.wish(key));
        assertEquals("7,9000-9002", listed());
    }

    @Test
    void addsItAgainWhenTheSystemHasStartedAnew() throws Exception {
        engine.reserve(out(key));
        Files.writeString(list, "\n");
        Files.writeString(run, "run-2\n");
        open();
        assertEquals(String.valueOf(key.port()), listed());
        engine.release(key);
        assertEquals("", listed());
    }

    @Test
    void theLastOfBothProtocolsTakesItOut() throws Exception {
        PortKey udp = PortKey.of(key.port(), Protocol.UDP);
        engine.reserve(out(key));
        engine.reserve(out(udp));
        engine.release(key);
        assertEquals("7,9000-9002," + key.port(), listed());
        open();
        engine.release(udp);
        assertEquals("7,9000-9002", listed());
    }

    @Test
    void withoutRightsItSaysWhatHelpsWhoAsks() {
        ReservedPorts readOnly = new ReservedPorts(root) {
            @Override
            public boolean mayBeChanged() {
                return false;
            }
        };
        Reports reports = new Reports();
        Ledger ledger = new Ledger(new ReservationStore(root.resolve("data"), reports::add), readOnly, reports);
        ReservationException e = assertThrows(ReservationException.class, () -> ledger.check(out(key)));
        assertEquals(Kind.PERMISSION, e.kind());
        String command = "; run: sudo sysctl -w net.ipv4.ip_local_reserved_ports=7,9000-9002," + key.port();
        assertEquals(!MissingRight.isRoot(), e.getMessage().endsWith(command), e.getMessage());
        assertEquals(MissingRight.isRoot(), e.getMessage().contains("refuses even root"), e.getMessage());
    }
}
