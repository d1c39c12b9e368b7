// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionKey;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;

/** Shows the data of a TCP socket that the system gives only for one socket at a time. For one page: it remembers its last answer. */
final class TcpSection implements PropertySection {

    private final ConnectionMonitor monitor;
    private ConnectionKey lastKey;
    private List<PropertyCategory> last = List.of();
    private boolean failing;

    TcpSection(ConnectionMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public synchronized List<PropertyCategory> categories(Connection socket) {
        if (socket.protocol() != Protocol.TCP) {
            return List.of();
        }
        if (!socket.key().equals(lastKey)) {
            lastKey = socket.key();
            last = List.of();
        }
        // No answer from a socket that gave one before: it has just gone, and what it said last is still worth seeing.
        last = ask(socket).orElse(last);
        return last;
    }

    private Optional<List<PropertyCategory>> ask(Connection socket) {
        try {
            Optional<SocketDetails> details = monitor.details(socket);
            failing = false;
            return details.map(TcpSection::category).map(List::of);
        } catch (ConnectionException e) {
            log(e);
            String why = NLS.bind(Messages.TcpSection_failed, e.getMessage());
            return Optional.of(List.of(
                    builder().line(Messages.TcpSection_measurements, why).build()));
        }
    }

    /** The first failure of a row: the next is a refresh away. */
    private void log(ConnectionException failure) {
        if (!failing) {
            failing = true;
            ILog.of(TcpSection.class).error(failure.getMessage(), failure);
        }
    }

    private static PropertyCategory category(SocketDetails details) {
        PropertyCategory.Builder category = builder();
        addTimer(category, details.timer());
        if (details.tcp() != null) {
            addMetrics(category, details.tcp());
        }
        return category.build();
    }

    private static PropertyCategory.Builder builder() {
        return new PropertyCategory.Builder("tcp", Messages.TcpSection_title);
    }

    private static void addTimer(PropertyCategory.Builder category, SocketTimer timer) {
        if (timer == null) {
            category.line(Messages.TcpSection_timer, Messages.TcpSection_timerOff);
            return;
        }
        category.line(Messages.TcpSection_timer, timer.kind().label())
                .line(Messages.TcpSection_timerRemaining, ValueText.duration(timer.remaining()))
                .line(Messages.TcpSection_timerRetransmissions, ValueText.number(timer.retransmissions()));
    }

    private static void addMetrics(PropertyCategory.Builder category, TcpMetrics tcp) {
        category.line(Messages.TcpSection_roundTrip, ValueText.milliseconds(tcp.roundTrip()))
                .line(Messages.TcpSection_roundTripVariation, ValueText.milliseconds(tcp.roundTripVariation()))
                .line(Messages.TcpSection_minimumRoundTrip, ValueText.milliseconds(tcp.minimumRoundTrip()))
                .line(Messages.TcpSection_bytesSent, ValueText.number(tcp.bytesSent()))
                .line(Messages.TcpSection_bytesAcknowledged, ValueText.number(tcp.bytesAcknowledged()))
                .line(Messages.TcpSection_bytesReceived, ValueText.number(tcp.bytesReceived()))
                .line(Messages.TcpSection_retransmissions, ValueText.number(tcp.retransmissions()))
                .line(
                        Messages.TcpSection_congestionWindow,
                        ValueText.counted(
                                tcp.congestionWindow(), Messages.TcpSection_oneSegment, Messages.TcpSection_segments))
                .line(Messages.TcpSection_segmentSize, ValueText.bytes(tcp.segmentSize()));
    }
}
