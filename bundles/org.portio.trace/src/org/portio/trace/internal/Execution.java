// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.net.InetSocketAddress;
import org.portio.core.kernel.Syscalls;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Errno;
import org.portio.trace.SocketCall;
import org.portio.trace.internal.call.Listener;
import org.portio.trace.internal.process.Caller;
import org.portio.trace.internal.socket.AskedAddress;
import org.portio.trace.internal.socket.Replacement;
import org.portio.trace.internal.socket.TakenSocket;

/**
 * Carries out what was answered. It binds the caller's socket and lets it listen by itself: so the result is known, and what was looked at is
 * what is bound, though the caller's memory and descriptors may change meanwhile.
 */
final class Execution {

    private final Listener listener;
    private final Syscalls kernel;
    private final TakenSocket socket;
    private final OwnRights rights = new OwnRights();
    private final Replacement replacement;

    Execution(Listener listener, Syscalls kernel) {
        this.listener = listener;
        this.kernel = kernel;
        socket = new TakenSocket(kernel);
        replacement = new Replacement(listener, kernel);
    }

    /** Returns the caller's socket, which is not open if it could not be had. */
    TakenSocket socket() {
        return socket;
    }

    void take(Caller caller, int descriptor) {
        socket.set(descriptor < 0 ? -1 : caller.take(descriptor));
    }

    /** Returns whether the call was answered; otherwise it is to proceed. */
    boolean carryOut(Answer answer, AskedCall asked, Caller caller, CallHandler handler) {
        return switch (answer) {
            case Answer.Proceed _ -> proceed(asked, asked.address(), caller, handler);
            case Answer.Refuse refused -> finish(asked.call(), refused.errno(), handler);
            case Answer.Give given -> give(given.descriptor(), asked, caller, handler);
            case Answer.Elsewhere elsewhere -> elsewhere(elsewhere.port(), asked, caller, handler);
        };
    }

    private boolean proceed(AskedCall asked, AskedAddress address, Caller caller, CallHandler handler) {
        int result = Errno.UNKNOWN;
        if (socket.isOpen() && asked.call().kind() == CallKind.BIND && address.isSeen()) {
            result = rights.suffice(address, caller) ? socket.bind(address) : Errno.UNKNOWN;
        } else if (socket.isOpen() && asked.call().kind() == CallKind.LISTEN) {
            result = listen(asked.backlog());
        }
        return result == Errno.UNKNOWN || result == Errno.EACCES || result == Errno.EPERM
                ? leave(asked.call(), handler)
                : finish(asked.call(), result, handler);
    }

    private int listen(int backlog) {
        int result = socket.listen(backlog);
        if (result == Errno.NONE) {
            replacement.listens(socket);
        }
        return result;
    }

    /** Leaves it to the kernel, which goes by the rights of the caller. */
    private boolean leave(SocketCall call, CallHandler handler) {
        handler.done(call, Errno.UNKNOWN, null);
        return listener.proceed(call.id());
    }

    private boolean finish(SocketCall call, int errno, CallHandler handler) {
        boolean hasPlace = errno == Errno.NONE && call.kind() != CallKind.IO_URING && socket.isOpen();
        return finish(call, errno, hasPlace ? socket.bound() : null, handler);
    }

    private boolean finish(SocketCall call, int errno, InetSocketAddress bound, CallHandler handler) {
        handler.done(call, errno, bound);
        return listener.answer(call.id(), errno);
    }

    private boolean give(int ours, AskedCall asked, Caller caller, CallHandler handler) {
        if (asked.call().kind() != CallKind.BIND || !replacement.put(ours, asked.call(), socket, caller)) {
            return proceed(asked, asked.address(), caller, handler);
        }
        TakenSocket given = new TakenSocket(kernel);
        given.set(ours);
        return finish(asked.call(), Errno.NONE, given.bound(), handler);
    }

    private boolean elsewhere(int port, AskedCall asked, Caller caller, CallHandler handler) {
        boolean possible = socket.isOpen() && asked.address().isSeen();
        if (possible && asked.call().kind() == CallKind.CONNECT) {
            return connect(asked.address().withPort(port), asked.call(), handler);
        }
        AskedAddress address = possible && asked.call().kind() == CallKind.BIND
                ? asked.address().withPort(port)
                : asked.address();
        return proceed(asked, address, caller, handler);
    }

    /** A connection may take minutes, in which others call. */
    private boolean connect(AskedAddress address, SocketCall call, CallHandler handler) {
        if (socket.isQuick()) {
            return finish(call, socket.connect(address), handler);
        }
        Syscalls other = new Syscalls();
        TakenSocket moved = socket.moveTo(other);
        handler.done(call, Errno.UNKNOWN, null);
        Thread.ofPlatform().daemon().name("portio-connect").start(() -> {
            listener.copy(other).answer(call.id(), moved.connect(address));
            moved.close();
        });
        return true;
    }
}
