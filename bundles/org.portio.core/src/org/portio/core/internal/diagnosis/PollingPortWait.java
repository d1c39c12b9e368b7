// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.PortWait;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.internal.Leftovers;

/** Lists the sockets and tries to bind the port, again and again. */
public final class PollingPortWait implements PortWait {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 250;
    private static final String ALL = "*";

    private final ConnectionMonitor monitor;
    private final int port;
    private final Protocol protocol;
    private final String address;
    private final List<Endpoint> places;

    public PollingPortWait(ConnectionMonitor monitor, int port, Protocol protocol, String address)
            throws ConnectionException {
        this.monitor = monitor;
        this.port = port;
        this.protocol = protocol;
        this.address = address;
        places = UnknownAddressException.parse(address.isEmpty() ? ALL : address, port);
    }

    @Override
    public boolean awaitFree(boolean despiteLeftovers, Duration timeout) throws ConnectionException {
        return await(() -> isFree(despiteLeftovers), timeout);
    }

    @Override
    public boolean awaitListening(Duration timeout) throws ConnectionException {
        return await(() -> sockets().all().stream().anyMatch(Connection::isListening), timeout);
    }

    private boolean isFree(boolean despiteLeftovers) throws ConnectionException {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        places.forEach(each -> outcomes.add(BindTrial.bind(protocol, each, false)));
        if (!outcomes.contains(Outcome.TAKEN) && !outcomes.contains(Outcome.DENIED)) {
            return true;
        }
        PortSockets sockets = sockets();
        boolean onlyLeftovers = sockets.all().stream().allMatch(Leftovers::isOne);
        boolean explained = !sockets.all().isEmpty() || !outcomes.contains(Outcome.TAKEN);
        return onlyLeftovers && explained && (despiteLeftovers || sockets.all().isEmpty());
    }

    /** Returns those that are in the way of who binds the address. */
    private PortSockets sockets() throws ConnectionException {
        PortSockets sockets = PortSockets.of(new Question(port, protocol, address, monitor.snapshot()));
        return new PortSockets(sockets.all().stream().filter(this::isInTheWay).toList());
    }

    private boolean isInTheWay(Connection socket) {
        return places.stream().anyMatch(each -> PortSockets.isInTheWay(socket, each));
    }

    /** Something that may come true. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws ConnectionException;
    }

    private static boolean await(Condition condition, Duration timeout) throws ConnectionException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!condition.holds()) {
            long left = timeout.minusNanos(System.nanoTime() - start).toMillis();
            if (left <= 0 || !sleep(Math.min(pause, left))) {
                return false;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
        return true;
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
