// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.SocketShape;
import org.portio.reservation.internal.hold.HeldSocket;
import org.portio.reservation.internal.hold.HoldAddresses;
import org.portio.reservation.internal.hold.Sharing;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Errno;
import org.portio.trace.SocketCall;
import org.portio.trace.TracedProcess;

/** Answers a program's calls so that it gets the reserved port when it binds it. */
final class PortAnswers implements CallHandler {

    private final PortKey key;
    private final GivenSockets given;
    private final Supplier<List<TracedProcess>> processes;
    private final Consumer<String> messages;
    private final CountDownLatch listening = new CountDownLatch(1);

    PortAnswers(PortKey key, GivenSockets given, Supplier<List<TracedProcess>> processes, Consumer<String> messages) {
        this.key = key;
        this.given = given;
        this.processes = processes;
        this.messages = messages;
    }

    /** Counts down when a program listens on the port for the first time. */
    CountDownLatch listening() {
        return listening;
    }

    @Override
    public Answer asked(SocketCall call) {
        if (call.protocol() != key.protocol() || call.address() == null) {
            return Answer.PROCEED;
        }
        return switch (call.kind()) {
            case BIND -> bind(call);
            case LISTEN -> listen(call);
            default -> Answer.PROCEED;
        };
    }

    private Answer bind(SocketCall call) {
        SocketShape shape = new SocketShape(
                call.family() == AddressFamily.IPV6,
                Addresses.format(call.address().getAddress()),
                call.ipv6Only());
        if (call.address().getPort() != key.port() || !HoldAddresses.meets(key, shape)) {
            return Answer.PROCEED;
        }
        try {
            if (isInUse(call, shape)) {
                return new Answer.Refuse(Errno.EADDRINUSE);
            }
            return new Answer.Give(given.take(shape).descriptor());
        } catch (ReservationException e) {
            if (e.kind() == Kind.CONFLICT) {
                return new Answer.Refuse(Errno.EADDRINUSE);
            }
            return proceed(shape, e);
        } catch (IOException e) {
            return proceed(shape, e);
        }
    }

    private Answer proceed(SocketShape shape, Exception e) {
        messages.accept(
                key + " was not handed over to a program that binds " + shape.address() + ": " + e.getMessage());
        return Answer.PROCEED;
    }

    /** Returns whether another socket of the program would be in the way of a socket like this one. */
    private boolean isInUse(SocketCall call, SocketShape shape) throws ReservationException {
        List<HeldSocket> beside = given.beside(shape);
        if (beside.isEmpty()) {
            return false;
        }
        boolean listens = beside.stream().anyMatch(HeldSocket::isListening);
        List<TracedProcess> living = processes.get();
        if (!GivenSockets.users(beside, living).isEmpty()) {
            Sharing sharing = Sharing.of(call.pid(), call.descriptor());
            return !sharing.port() && (listens || !sharing.address());
        }
        if (listens && GivenSockets.users(given.all(), living).isEmpty()) {
            given.recall();
        }
        return false;
    }

    private Answer listen(SocketCall call) {
        HeldSocket socket = given.find(call.thread(), call.descriptor());
        if (socket != null && !socket.isListening()) {
            socket.listen();
        }
        return Answer.PROCEED;
    }

    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        boolean serves = errno == Errno.NONE && (call.kind() == CallKind.LISTEN || key.protocol() == Protocol.UDP);
        if (serves && given.find(call.thread(), call.descriptor()) != null) {
            listening.countDown();
        }
    }
}
