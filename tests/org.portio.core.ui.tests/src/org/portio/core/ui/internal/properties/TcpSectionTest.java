// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

class TcpSectionTest {

    private static final TcpMetrics METRICS =
            new TcpMetrics(Duration.ofNanos(45_000), Duration.ofMillis(20), null, 100, 99, 7, 3, 10, 536);
    private static final SocketTimer TIMER = new SocketTimer(SocketTimer.Kind.TIME_WAIT, Duration.ofSeconds(3725), 2);

    private final Connection connection = connection(80);
    private final Detailed source = new Detailed();
    private final TcpSection section = new TcpSection(ConnectionMonitor.over(List.of(source)));

    @Test
    void tellsTheTimerAndWhatTcpHasMeasured() {
        source.answer = Optional.of(new SocketDetails(TIMER, METRICS));

        assertEquals(
                List.of(
                        "Timer: time-wait",
                        "Timer Expires In: 1 h 2 min 5 s",
                        "Timer Retransmissions: 2",
                        "Round Trip: " + ValueText.milliseconds(METRICS.roundTrip()),
                        "Round Trip Variation: " + ValueText.milliseconds(METRICS.roundTripVariation()),
                        "Bytes Sent: 100",
                        "Bytes Acknowledged: 99",
                        "Bytes Received: 7",
                        "Retransmissions: 3",
                        "Congestion Window: 10 segments",
                        "Segment Size: 536 bytes"),
                Lines.of(section.categories(connection)));
    }

    @Test
    void aTimerThatDoesNotRunIsOff() {
        source.answer = Optional.of(new SocketDetails(null, null));

        assertEquals(List.of("Timer: off"), Lines.of(section.categories(connection)));
    }

    @Test
    void tellsNothingWhereTheSourceCannot() {
        assertEquals(List.of(), section.categories(connection));
    }

    @Test
    void doesNotAskForUdp() {
        source.answer = Optional.of(new SocketDetails(TIMER, METRICS));

        assertEquals(List.of(), section.categories(Sockets.udp(Sockets.endpoint("127.0.0.1", 53), null)));
        assertEquals(0, source.questions);
    }

    @Test
    void keepsTheLastAnswerOfASocketThatHasJustGone() {
        source.answer = Optional.of(new SocketDetails(TIMER, null));
        List<PropertyCategory> before = section.categories(connection);
        source.answer = Optional.empty();

        assertEquals(before, section.categories(connection));
        assertEquals(List.of(), section.categories(connection(81)));
        assertEquals(List.of(), section.categories(connection));
    }

    @Test
    void saysWhyThereIsNoAnswer() {
        source.failure = new ConnectionException("the kernel is busy");

        assertEquals(
                List.of("Measurements: not available: the kernel is busy"), Lines.of(section.categories(connection)));
    }

    private static Connection connection(int port) {
        return Sockets.tcp(
                Sockets.endpoint("127.0.0.1", port), Sockets.endpoint("127.0.0.1", 40000), TcpState.ESTABLISHED);
    }

    /** Answers each request for details with the same ones. */
    private static final class Detailed implements ConnectionSource {

        private Optional<SocketDetails> answer = Optional.empty();
        private ConnectionException failure;
        private int questions;

        @Override
        public String name() {
            return "detailed";
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public Snapshot read() {
            return Sockets.snapshot();
        }

        @Override
        public Optional<SocketDetails> details(Connection asked) throws ConnectionException {
            questions++;
            if (failure != null) {
                throw failure;
            }
            return answer;
        }
    }
}
