// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.port.PortProbe;
import org.portio.core.port.PortProbe.Result;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.dialog.PortAnswer.Kind;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;

/** What the dialogs say about a port. */
class PortInquiryTest {

    private final FakeSource source = new FakeSource();

    @Test
    void aFreePortIsFine() {
        assertEquals(PortAnswer.FINE, ask(Result.FREE, question("", "")));
    }

    @Test
    void aTakenPortIsAProblemThatNamesWhoHasIt() {
        source.show(Sockets.listener("0.0.0.0", 8080));

        PortAnswer answer = ask(Result.TAKEN, question("", ""));

        assertEquals(Kind.PROBLEM, answer.kind());
        assertTrue(
                answer.text().startsWith("TCP 8080 is taken ") && answer.text().contains("0.0.0.0:8080"),
                answer.text());
    }

    @Test
    void oneAddressIsFreeWhileAnotherHasThePort() {
        source.show(Sockets.listener("127.0.0.2", 8080));

        assertEquals(Kind.FINE, ask(Result.TAKEN, question("127.0.0.1", "")).kind());
        assertEquals(Kind.PROBLEM, ask(Result.TAKEN, question("127.0.0.2", "")).kind());
    }

    @Test
    void anUnseenHolderIsAProblem() {
        PortAnswer answer = ask(Result.TAKEN, question("", ""));
        assertEquals(Kind.PROBLEM, answer.kind());
        assertTrue(answer.text().contains("no list shows"), answer.text());
    }

    @Test
    void aPortThatMayNotBeBoundIsAWarning() {
        PortAnswer answer = ask(Result.DENIED, question("", ""));
        assertEquals(Kind.WARNING, answer.kind());
        assertTrue(answer.text().contains("below 1024"), answer.text());
    }

    @Test
    void aListThatFailsIsAWarning() {
        source.fail("no list today");
        PortAnswer answer = ask(Result.FREE, question("", ""));
        assertEquals(new PortAnswer(Kind.WARNING, "Whether the port is free cannot be seen: no list today"), answer);
    }

    @Test
    void anExecutableMustBeThereAndBeOne(@TempDir Path folder) {
        String missing = folder.resolve("app").toString();
        assertEquals(Kind.PROBLEM, ask(Result.FREE, question("", missing)).kind());
        assertEquals(
                Kind.PROBLEM, ask(Result.FREE, question("", folder.toString())).kind());
        String java = ProcessHandle.current().info().command().orElseThrow();
        assertEquals(Kind.FINE, ask(Result.FREE, question("", java)).kind());
    }

    @Test
    void anAddressMustBeOfThisMachine() {
        // Reserved for documentation: nobody has it.
        PortAnswer answer = ask(Result.FREE, question("192.0.2.55", ""));
        assertEquals(new PortAnswer(Kind.PROBLEM, "This machine does not have the address 192.0.2.55."), answer);
        assertEquals(Kind.FINE, ask(Result.FREE, question("127.0.0.7", "")).kind());
    }

    @Test
    void whatIsReservedIsChangedOrLent() {
        Reservation reservation =
                new Reservation(PortKey.of(8080, Protocol.TCP), "", "", HandOver.AUTO, false, Instant.EPOCH);
        List<ReservationStatus> reserved =
                List.of(new ReservationStatus(reservation, HoldState.HELD, Instant.EPOCH, "", 0));
        ConnectionMonitor monitor = ConnectionMonitor.over(List.of(source));
        PortProbe taken = (_, _, _, _) -> Result.TAKEN;

        PortAnswer changed =
                PortInquiry.forReservation(monitor, taken, () -> reserved).apply(question("", ""));
        PortAnswer lent = PortInquiry.forServer(monitor, taken, () -> reserved).apply(question("", ""));

        assertEquals(Kind.FINE, changed.kind());
        assertTrue(changed.text().contains("is reserved already"), changed.text());
        assertEquals(Kind.FINE, lent.kind());
        assertTrue(lent.text().contains("lends it to the server"), lent.text());
    }

    private PortAnswer ask(Result probed, PortQuestion question) {
        PortProbe probe = (_, _, _, _) -> probed;
        return PortInquiry.forReservation(ConnectionMonitor.over(List.of(source)), probe, List::of)
                .apply(question);
    }

    private static PortQuestion question(String address, String executable) {
        return new PortQuestion(8080, Protocol.TCP, address, executable);
    }
}
