// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.export.Difference.Kind;

class ComparisonTest {

    private static final Connection LOCAL = listener("127.0.0.1", 8080, process(42, "java"));
    private static final Connection EVERYWHERE = listener("0.0.0.0", 8080, process(77, "java"));
    private static final Connection WEB = listener("0.0.0.0", 80, process(812, "nginx"));

    @Test
    void findsNothingBetweenEqualSnapshots() {
        assertEquals(List.of(), differences(LOCAL, LOCAL));
    }

    @Test
    void findsWhatWasOpenedAndClosed() {
        assertEquals(
                List.of(new Difference(Kind.CLOSED, LOCAL, null), new Difference(Kind.OPENED, null, WEB)),
                differences(LOCAL, WEB));
    }

    @Test
    void aListenerAtAnotherAddressOfItsPortHasAnotherExposure() {
        assertEquals(List.of(new Difference(Kind.EXPOSURE, LOCAL, EVERYWHERE)), differences(LOCAL, EVERYWHERE));
    }

    @Test
    void aConnectionOfTheSamePortIsNotTheListenerThatHasMoved() {
        Connection client =
                tcp(endpoint("127.0.0.1", 8080), endpoint("127.0.0.1", 5), TcpState.ESTABLISHED, process(42, "java"));
        assertEquals(
                List.of(new Difference(Kind.CLOSED, client, null), new Difference(Kind.OPENED, null, EVERYWHERE)),
                differences(client, EVERYWHERE));
    }

    @Test
    void oneAddressInPlaceOfTwoIsOneThatMovedAndOneThatClosed() {
        Connection six = listener("::1", 8080, process(42, "java"));
        Connection all = listener("::", 8080, process(77, "java"));
        assertEquals(
                List.of(new Difference(Kind.CLOSED, six, null), new Difference(Kind.EXPOSURE, LOCAL, all)),
                Comparison.of(Samples.snapshot(LOCAL, six), Samples.snapshot(all))
                        .differences());
    }

    @Test
    void aRestartedServiceHasAnotherOwner() {
        Connection restarted = WEB.with()
                .owners(List.of(process(990, "nginx")), Ownership.KNOWN)
                .platformKey(9)
                .build();
        assertEquals(
                List.of(Kind.OWNER),
                differences(WEB.with().platformKey(3).build(), restarted).stream()
                        .map(Difference::kind)
                        .toList());
    }

    @Test
    void aListenerThatMovedToAnotherProcessHasBothKinds() {
        assertEquals(
                List.of(Kind.EXPOSURE, Kind.OWNER),
                differences(LOCAL, EVERYWHERE).getFirst().kinds());
        assertEquals(List.of(Kind.CLOSED), new Difference(Kind.CLOSED, LOCAL, null).kinds());
    }

    @Test
    void ofListenersThatShareTheirEndsOneIsNotTakenForAnother() {
        Connection other = listener("0.0.0.0", 80, process(813, "nginx"));
        Connection third = listener("0.0.0.0", 80, process(814, "nginx"));
        assertEquals(
                List.of(),
                Comparison.of(Samples.snapshot(WEB, other), Samples.snapshot(other, WEB))
                        .differences());
        assertEquals(
                List.of(new Difference(Kind.OWNER, WEB, third)),
                Comparison.of(Samples.snapshot(WEB, other), Samples.snapshot(other, third))
                        .differences());
        assertEquals(
                List.of(new Difference(Kind.CLOSED, WEB, null)),
                Comparison.of(Samples.snapshot(WEB, WEB), Samples.snapshot(WEB)).differences());
    }

    @Test
    void saysNothingOfOwnersThatCouldNotBeSeen() {
        Connection hidden = WEB.with().owners(List.of(), Ownership.HIDDEN).build();
        assertEquals(List.of(), differences(hidden, WEB));
        assertEquals(List.of(), differences(WEB, hidden));
    }

    @Test
    void findsAnotherState() {
        Connection established =
                tcp(endpoint("10.0.0.1", 80), endpoint("10.0.0.2", 5), TcpState.ESTABLISHED, process(812, "nginx"));
        Connection left = established.with().state(TcpState.CLOSE_WAIT).build();
        assertEquals(List.of(new Difference(Kind.STATE, established, left)), differences(established, left));
    }

    @Test
    void choosesDifferencesOfSocketsThatMatchBeforeOrAfter() {
        Comparison all = Comparison.of(Samples.snapshot(LOCAL, WEB), Samples.snapshot(EVERYWHERE));
        assertEquals(2, all.differences().size());
        assertEquals(
                List.of(new Difference(Kind.EXPOSURE, LOCAL, EVERYWHERE)),
                all.of(socket -> socket.pidText().equals("42")).differences());
        assertEquals(
                List.of(new Difference(Kind.CLOSED, WEB, null)),
                all.of(socket -> socket.local().port() == 80).differences());
    }

    private static List<Difference> differences(Connection before, Connection after) {
        Snapshot earlier = Samples.snapshot(before);
        return Comparison.of(earlier, Samples.snapshot(after)).differences();
    }
}
