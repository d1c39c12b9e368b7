// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.portio.core.Protocol;
import org.portio.trace.Answer;
import org.portio.trace.Availability;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.Errno;
import org.portio.trace.SocketCall;

/** The holds that wait for a bind behind some door of this process. At that bind, and not before, they give up their port. */
final class Doorway implements CallHandler {

    private static final Doorway OF_THIS_PROCESS = new Doorway(Door::availability);

    private record Name(Protocol protocol, int port) {}

    private final Map<Name, PortHold> holds = new ConcurrentHashMap<>();
    private final Supplier<Availability> question;
    private Availability availability;

    /**
     * @param question asked once, since the answer takes a thread
     */
    Doorway(Supplier<Availability> question) {
        this.question = question;
    }

    static Doorway ofThisProcess() {
        return OF_THIS_PROCESS;
    }

    /** Returns why there is no door here; empty if there can be. */
    synchronized String obstacle() {
        if (availability == null) {
            availability = question.get();
        }
        return availability.isAvailable() ? "" : availability.obstacle().text();
    }

    void add(PortHold hold) {
        holds.put(new Name(hold.protocol(), hold.port()), hold);
    }

    /** Forgets a hold that is closed; another may have its port by then. */
    void remove(PortHold hold) {
        holds.remove(new Name(hold.protocol(), hold.port()), hold);
    }

    /** Returns whether it is a hold that has this port. */
    boolean isHeld(Protocol protocol, int port) {
        PortHold hold = holds.get(new Name(protocol, port));
        return hold != null && hold.isBound();
    }

    @Override
    public Answer asked(SocketCall call) {
        hold(call).ifPresent(hold -> {
            try {
                hold.letGo();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Answer.PROCEED;
    }

    /**
     * Takes the port again. If the bind has succeeded, the caller does not listen yet: if it has set address reuse, so can the
     * hold, which then keeps the port when the caller is done.
     */
    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        boolean failed = errno != Errno.NONE && errno != Errno.UNKNOWN;
        hold(call).ifPresent(hold -> {
            try {
                hold.takeAgain(failed ? PortHolds::bind : PortHolds::bindBeside);
            } catch (IOException e) {
                System.getLogger(Doorway.class.getName())
                        .log(System.Logger.Level.DEBUG, "a port is not held any more: {0}", e.getMessage());
            }
        });
    }

    private Optional<PortHold> hold(SocketCall call) {
        return call.kind() == CallKind.BIND && call.address() != null && call.protocol() != null
                ? Optional.ofNullable(
                        holds.get(new Name(call.protocol(), call.address().getPort())))
                : Optional.empty();
    }
}
