// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.TemporaryServers;
import org.portio.testing.FakeReservations;
import org.portio.testing.FakeServers;

class KeeperKnowledgeTest {

    private final FakeReservations reservations = new FakeReservations();
    private final FakeServers servers = new FakeServers();
    private Optional<KeeperStatus> status = Optional.of(new KeeperStatus(42, "1", Instant.EPOCH, 1, 1, 0));
    private KeeperException failure;

    private final KeeperKnowledge knowledge = new KeeperKnowledge(new Keeper() {
        @Override
        public String ask(String companion, String question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> askIfRunning(String companion, String question) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Reservations reservations() {
            return reservations;
        }

        @Override
        public TemporaryServers servers() {
            return servers;
        }

        @Override
        public List<LostServer> lostServers() {
            return List.of();
        }

        @Override
        public void forget(LostServer server) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<KeeperStatus> status() throws KeeperException {
            if (failure != null) {
                throw failure;
            }
            return status;
        }

        @Override
        public KeeperStatus start() {
            throw new AssertionError("nobody asks for a start");
        }

        @Override
        public boolean stop() {
            return false;
        }
    });

    private void keep(int port, String executable, HoldState state, String detail) {
        Reservation reservation =
                new Reservation(PortKey.of(port, Protocol.TCP), executable, "", HandOver.AUTO, false, Instant.EPOCH);
        reservations.put(new ReservationStatus(reservation, state, Instant.EPOCH, detail, 0));
    }

    private List<Finding> about(int port, Protocol protocol) {
        return knowledge.find(
                new Question(port, protocol, "", new Snapshot(Instant.EPOCH, "none", List.of(), List.of())));
    }

    /** Returns it without the time, which is that of the machine's zone. */
    private static String evidence(Finding finding) {
        return finding.evidence().replaceFirst("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME");
    }

    @Test
    void tellsWhatIsKeptAndForWhom() {
        keep(8080, "/usr/bin/node", HoldState.HELD, "");

        Finding finding = about(8080, Protocol.TCP).getFirst();

        assertEquals(Finding.Kind.RESERVATION, finding.kind());
        assertEquals(Weight.BLOCKS, finding.weight());
        assertEquals("PortIO keeps TCP 8080 for /usr/bin/node", finding.what());
        assertEquals("the reservation of TIME is held", evidence(finding));
        assertEquals("portio run 8080 TCP", finding.remedy());
        assertEquals(List.of(), about(8080, Protocol.UDP));
        assertEquals(List.of(), about(8081, Protocol.TCP));
    }

    @Test
    void aTemporaryServerIsStoppedAndNotKilled() throws Exception {
        servers.start(new ServerRequest(8080, Protocol.TCP, ServerMode.ECHO, ServerRequest.LOOPBACK, null));

        Finding finding = about(8080, Protocol.TCP).getFirst();

        assertEquals(Finding.Kind.SERVER, finding.kind());
        assertEquals("portio stop-server 8080 TCP", finding.remedy());
        assertEquals(List.of(), about(8080, Protocol.UDP));
        assertTrue(knowledge.refusal(42).contains("portio stop-server"), knowledge.refusal(42));
    }

    @Test
    void doesNotBlameAReservationForWhatOthersHave() {
        keep(8080, "", HoldState.CONFLICT, "java (PID 7) has it");

        Finding finding = about(8080, Protocol.TCP).getFirst();

        assertEquals(Weight.TELLS, finding.weight());
        assertEquals("the reservation of TIME is conflict: java (PID 7) has it", evidence(finding));
    }

    @Test
    void asksNobodyWhereNoKeeperRuns() {
        keep(8080, "", HoldState.HELD, "");
        status = Optional.empty();

        assertEquals(List.of(), about(8080, Protocol.TCP));
        assertEquals(List.of(), reservations.calls());
        failure = new KeeperException("gone");
        assertEquals(List.of(), about(8080, Protocol.TCP));
        assertEquals("", knowledge.refusal(42));
    }

    @Test
    void sparesTheKeeper() {
        assertTrue(knowledge.refusal(42).contains("portio keeper stop"), knowledge.refusal(42));
        assertEquals("", knowledge.refusal(43));
    }
}
