// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.remap;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Errno;
import org.portio.trace.SocketCall;

/** Answers the calls of a program that gets other ports than those it asks for. */
public final class RemapHandler implements CallHandler {

    private static final int NONE = -1;

    private final Map<Integer, Integer> ports;
    private final boolean follow;
    private final Consumer<String> messages;
    private final Set<String> said = new HashSet<>();

    /**
     * Makes one.
     *
     * @param ports the given ones by those that are asked for
     * @param follow whether connections to an asked port of this machine go to the given one, too
     */
    public RemapHandler(Map<Integer, Integer> ports, boolean follow, Consumer<String> messages) {
        this.ports = Map.copyOf(ports);
        this.follow = follow;
        this.messages = messages;
    }

    @Override
    public Answer asked(SocketCall call) {
        if (call.kind() == CallKind.IO_URING) {
            return new Answer.Refuse(Errno.EPERM);
        }
        int given = ports.getOrDefault(port(call.address()), NONE);
        return given != NONE && isMeant(call) ? new Answer.Elsewhere(given) : Answer.PROCEED;
    }

    private boolean isMeant(SocketCall call) {
        return switch (call.kind()) {
            case BIND -> true;
            case CONNECT -> follow && isHere(call.address().getAddress());
            default -> false;
        };
    }

    private static boolean isHere(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || Addresses.ofThisMachine().anyMatch(address::equals);
    }

    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        if (call.kind() == CallKind.BIND && ports.containsKey(port(call.address()))) {
            bound(call, errno);
        } else if (call.kind() == CallKind.LISTEN && errno == Errno.NONE) {
            ports.forEach((asked, given) -> {
                if (given == port(bound)) {
                    say(call, asked, " and listens on ", given);
                }
            });
        }
    }

    private void bound(SocketCall call, int errno) {
        int asked = port(call.address());
        int given = ports.get(asked);
        if (errno == Errno.EADDRINUSE) {
            say(call, asked, ", but cannot get ", given);
        } else if (errno == Errno.NONE && call.protocol() == Protocol.UDP) {
            say(call, asked, " and gets ", given);
        }
    }

    private static int port(InetSocketAddress address) {
        return address == null ? NONE : address.getPort();
    }

    private void say(SocketCall call, int asked, String what, int given) {
        String line = " asked for " + call.protocol() + " " + asked + what + call.protocol() + " " + given;
        if (said.add(line)) {
            messages.accept(name(call.pid()) + " (PID " + call.pid() + ")" + line);
        }
    }

    private static String name(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("a process");
    }
}
