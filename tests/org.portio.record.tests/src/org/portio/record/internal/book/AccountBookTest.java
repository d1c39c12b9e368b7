// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.record.internal.book.Scene.at;
import static org.portio.record.internal.book.Scene.listener;
import static org.portio.record.internal.book.Scene.process;
import static org.portio.record.internal.book.Scene.tcp;
import static org.portio.record.internal.book.Scene.udp;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;

class AccountBookTest {

    private static final String SERVER = "10.0.0.1:80";
    private static final String CLIENT = "10.0.0.2:40000";
    private static final ProcessInfo NGINX = process(12, "nginx");

    private final Scene scene = new Scene(true);

    @Test
    void knowsOfWhatWasThereOnlyThatItWas() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));

        Account account = scene.only();
        assertEquals(new Moment(Instant.MIN, at(5), Evidence.SNAPSHOT), account.opened());
        assertNull(account.closed());
        assertEquals(Role.LISTENING, account.role());
        assertEquals(Map.of(12L, "/srv/nginx"), account.directories());
        assertEquals(0, scene.book().seen());
    }

    @Test
    void opensBetweenTheSnapshotWithoutItAndTheOneWithIt() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));

        assertEquals(new Moment(at(0), at(105), Evidence.SNAPSHOT), scene.only().opened());
        assertEquals(Role.OUTGOING, scene.only().role());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void endsBetweenTheLastSnapshotWithItAndTheNewsOfItsEnd() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.ended(150, 2, CLIENT, SERVER);

        Account account = scene.only();
        assertEquals(new Moment(at(100), at(150), Evidence.SOCKET_END), account.closed());
        assertEquals(List.of(NGINX), account.connection().owners());
        assertEquals(5, account.traffic().bytesSent());
        assertEquals(3, account.traffic().bytesReceived());
        assertEquals(1, account.traffic().retransmissions());
        assertEquals(Duration.ofMillis(1), account.traffic().minimumRoundTrip());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void hasAnAccountOfOneThatNoSnapshotHas() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.snapshot(1000, listener(1, 80, NGINX));
        scene.ended(1500, 2, SERVER, CLIENT);

        Account account = scene.of(2);
        assertEquals(new Moment(at(1000), at(1500), Evidence.SOCKET_END), account.opened());
        // The kernel may have put off the news for a while.
        assertEquals(new Moment(at(1278), at(1500), Evidence.SOCKET_END), account.closed());
        assertEquals(EnumSet.of(TcpState.ESTABLISHED), EnumSet.copyOf(account.states()));
        assertEquals(1, scene.book().seen());
    }

    @Test
    void doesNotRelyOnASnapshotThatCameWhenTheNewsMayHaveBeenUnderWay() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(1000);
        scene.ended(1100, 2, CLIENT, SERVER);

        assertEquals(at(0), scene.only().opened().earliest());
    }

    @Test
    void hasNoAccountOfASocketWithoutAPort() throws RecordException {
        scene.snapshot(0);
        scene.ended(50, 2, "0.0.0.0:0", null, Reach.NONE, 0);
        scene.endedUdp(50, 3, "0.0.0.0:0", null);

        assertEquals(List.of(), scene.accounts());
    }

    @Test
    void goesByTheLastSignOfLifeOfOneThatWasResetAndHeld() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(1000);
        scene.snapshot(2000);
        scene.snapshot(3000);
        scene.ended(3500, 2, CLIENT, SERVER, Reach.ESTABLISHED, 1900);

        Account account = scene.only();
        assertEquals(new Moment(at(1000), at(1620), Evidence.SOCKET_END), account.opened());
        assertEquals(new Moment(at(1378), at(3500), Evidence.SOCKET_END), account.closed());
    }

    @Test
    void hasEndedBeforeASnapshotShowsItInTimeWait() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200, tcp(2, CLIENT, SERVER, TcpState.FIN_WAIT_2));
        scene.snapshot(300, tcp(2, CLIENT, SERVER, TcpState.TIME_WAIT));
        scene.ended(310, 2, CLIENT, SERVER);

        assertEquals(
                new Moment(at(100), at(305), Evidence.SOCKET_END), scene.only().closed());
    }

    @Test
    void takesWhatTheKernelKeepsAfterTheEndForNoOtherSocket() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(77, CLIENT, SERVER, TcpState.TIME_WAIT));
        scene.ended(110, 2, CLIENT, SERVER);
        scene.snapshot(200, tcp(77, CLIENT, SERVER, TcpState.TIME_WAIT), tcp(78, CLIENT, SERVER, TcpState.FIN_WAIT_2));

        assertEquals(2, scene.only().connection().platformKey());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void isNotMisledByASnapshotThatComesAfterTheNewsOfTheEnd() throws RecordException {
        scene.snapshot(0);
        scene.ended(102, 2, CLIENT, SERVER);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200);

        assertFalse(scene.only().isOpen());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void closesWhatIsMissingFromTwoSnapshotsIfItsEndWasNotTold() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200);
        assertTrue(scene.only().isOpen());

        scene.snapshot(300);

        assertEquals(
                new Moment(at(100), at(205), Evidence.SNAPSHOT), scene.only().closed());
    }

    @Test
    void learnsTheTrafficOfOneThatWasCutOffWhenItsProcessLetsGoOfIt() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200);
        scene.snapshot(300);
        scene.ended(90_000, 2, CLIENT, SERVER);

        Account account = scene.only();
        assertEquals(at(205), account.closed().latest());
        assertEquals(5, account.traffic().bytesSent());
        assertEquals(1, scene.book().seen());
    }

    @Test
    void endsAtTheLatestWhenItWasFirstMissing() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200);
        scene.ended(290, 2, CLIENT, SERVER);

        assertEquals(
                new Moment(at(100), at(205), Evidence.SOCKET_END), scene.only().closed());
    }

    @Test
    void goesOnIfOneIsThereAgain() throws RecordException {
        scene.snapshot(0, listener(1, 80, NGINX));
        scene.snapshot(100);
        scene.snapshot(200, listener(1, 80, NGINX));
        scene.snapshot(300, listener(1, 80, NGINX));

        assertTrue(scene.only().isOpen());
    }

    @Test
    void takesASocketThatConnectsAnewForAnotherConnection() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, tcp(2, CLIENT, SERVER, TcpState.ESTABLISHED, NGINX));
        scene.snapshot(200, tcp(2, CLIENT, "10.0.0.9:443", TcpState.ESTABLISHED, NGINX));

        List<Account> accounts = scene.accounts();
        assertEquals(2, accounts.size());
        assertNotEquals(accounts.getFirst().id(), accounts.getLast().id());
        assertFalse(accounts.getFirst().isOpen());
        assertTrue(accounts.getLast().isOpen());
        assertEquals(2, scene.book().seen());
    }

    @Test
    void followsUdp() throws RecordException {
        scene.snapshot(0);
        scene.snapshot(100, udp(2, "0.0.0.0:53", null));
        scene.endedUdp(150, 2, "0.0.0.0:53", null);
        scene.endedUdp(160, 3, "10.0.0.1:40000", "10.0.0.2:53");

        assertEquals(Role.BOUND, scene.of(2).role());
        assertFalse(scene.of(2).isOpen());
        assertEquals(Role.OUTGOING, scene.of(3).role());
        assertEquals(0, scene.book().seen());
    }

    @Test
    void isSilentWhileNothingChanges() throws RecordException {
        for (int i = 0; i < 10; i++) {
            scene.snapshot(100 * i, listener(1, 80, NGINX), tcp(2, SERVER, CLIENT, TcpState.ESTABLISHED, NGINX));
        }

        assertEquals(2, scene.tellings());
    }

    @Test
    void numbersItsAccountsByTheTimeOfItsStart() throws RecordException {
        scene.snapshot(0, listener(1, 80), listener(2, 81));

        long first = Scene.START.toEpochMilli() * 1000;
        assertEquals(
                List.of(first, first + 1),
                scene.accounts().stream().map(Account::id).toList());
    }
}
