// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservations;
import org.portio.reservation.internal.hold.SwiftCalls;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.DoorException;
import org.portio.trace.SocketCall;
import org.portio.trace.TracedProcess;

/** The door that a program goes through which has several ports, each of which it is given when it binds it. */
public final class PortsDoor implements AutoCloseable {

    private record Port(GivenSockets given, PortAnswers answers) {}

    /** Asks those who answer for each port; one of them has an answer at most. */
    private record Handler(List<Port> ports) implements CallHandler {

        @Override
        public Answer asked(SocketCall call) {
            for (Port port : ports) {
                Answer answer = port.answers().asked(call);
                if (!answer.equals(Answer.PROCEED)) {
                    return answer;
                }
            }
            return Answer.PROCEED;
        }

        @Override
        public void done(SocketCall call, int errno, InetSocketAddress bound) {
            ports.forEach(port -> port.answers().done(call, errno, bound));
        }
    }

    private final List<Port> ports;
    private final Door door;

    /** Opens it. */
    public PortsDoor(Reservations reservations, List<PortKey> keys, Consumer<String> messages) throws DoorException {
        ports = keys.stream()
                .map(key -> {
                    GivenSockets given = new GivenSockets(reservations, key);
                    return new Port(given, new PortAnswers(key, given, this::processes, messages));
                })
                .toList();
        door = Door.open(EnumSet.of(CallKind.BIND, CallKind.LISTEN), new Handler(ports));
        Thread.ofPlatform().daemon().name("portio-run-practice").start(SwiftCalls::warmUp);
    }

    private List<TracedProcess> processes() {
        return door.processes();
    }

    /** Starts the program. */
    public Program start(Launch launch) throws IOException {
        StandIn.current().ifPresent(StandIn::adopt);
        return door.start(() -> Program.start(launch));
    }

    @Override
    public void close() {
        door.close();
        ports.forEach(port -> port.given().close());
    }
}
