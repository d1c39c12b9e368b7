// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Protocol;
import org.portio.core.kernel.Syscalls;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * Sockets on one port, none of which shares an address with a socket of anyone else. Its methods give 0 or more, or the kernel's errno
 * as a negative number.
 */
final class SocketSet {

    /** No machine has so many devices. */
    private static final int NO_DEVICE = Integer.MAX_VALUE;

    private final LinuxSockets sockets;
    private final PortKey key;
    private final SwiftCalls calls = new SwiftCalls();
    private final Map<SocketShape, Integer> ready = new LinkedHashMap<>();
    /** Sockets of a device that does not exist: nobody who binds without one comes beside them, and they receive nothing. */
    private final Map<SocketShape, Integer> guards = new LinkedHashMap<>();

    SocketSet(LinuxSockets sockets, PortKey key) {
        this.sockets = sockets;
        this.key = key;
    }

    boolean has(SocketShape shape) {
        return ready.containsKey(shape);
    }

    /** Returns whether there is one of this shape, be it a guard. */
    boolean keeps(SocketShape shape) {
        return has(shape) || guards.containsKey(shape);
    }

    int get(SocketShape shape) {
        return ready.get(shape);
    }

    List<Integer> all() {
        List<Integer> all = new ArrayList<>(ready.values());
        all.addAll(guards.values());
        return all;
    }

    /** Returns what all of them keep together. */
    Extent extent() {
        Extent extent = new Extent(null, null);
        for (Map<SocketShape, Integer> some : List.of(ready, guards)) {
            for (SocketShape shape : some.keySet()) {
                extent = extent.with(Extent.of(shape));
            }
        }
        return extent;
    }

    /** Binds one that meets no other of this set; over leftovers of ended connections with address reuse, for that moment. */
    int bind(SocketShape shape) {
        return bind(open(shape), shape);
    }

    /** Binds one that has no other device than this. */
    int bindTo(int device, SocketShape shape) {
        int socket = open(shape);
        if (socket >= 0) {
            sockets.device(socket, device);
        }
        return bind(socket, shape);
    }

    private int bind(int socket, SocketShape shape) {
        if (socket < 0) {
            return socket;
        }
        int result = sockets.bind(socket, shape, key.port());
        if (result == -Syscalls.EADDRINUSE && isTcp()) {
            result = calls.reuseAddress(socket, true)
                    .bind(socket, shape, key.port())
                    .reuseAddress(socket, false)
                    .run()
                    .result(1);
        }
        return keep(socket, shape, result);
    }

    int open(SocketShape shape) {
        int socket = sockets.open(shape.ipv6() ? LinuxSockets.INET6 : LinuxSockets.INET, key.protocol());
        if (socket >= 0 && shape.ipv6()) {
            sockets.ipv6Only(socket, shape.ipv6Only());
        }
        if (socket >= 0 && !isTcp()) {
            sockets.smallestReceiveBuffer(socket);
        }
        return socket;
    }

    private int keep(int socket, SocketShape shape, int result) {
        if (result < 0) {
            sockets.close(socket);
        } else {
            ready.put(shape, socket);
        }
        return result;
    }

    private boolean isTcp() {
        return key.protocol() == Protocol.TCP;
    }

    /**
     * Binds more of them, beside those that are there. For the moment that this takes, all allow address reuse, and so the port is
     * open to others who bind with it.
     */
    int add(List<SocketShape> shapes) {
        int result = 0;
        for (SocketShape shape : shapes) {
            result = Math.min(result, add(shape));
        }
        return result;
    }

    /**
     * Makes one of them listen at the end, before all are closed to others: the kernel would remember that somebody with
     * {@code SO_REUSEPORT} was let in, and let that one in again.
     */
    private int add(SocketShape shape) {
        int socket = open(shape);
        if (socket < 0) {
            return socket;
        }
        List<Integer> open = new ArrayList<>(idle());
        open.add(socket);
        int widest = isTcp() ? widest(socket) : -1;
        open.forEach(one -> calls.reuseAddress(one, true));
        int bind = calls.next();
        calls.bind(socket, shape, key.port());
        if (widest >= 0) {
            calls.listen(widest, 1);
        }
        open.forEach(one -> calls.reuseAddress(one, false));
        if (widest >= 0) {
            calls.disconnect(widest);
        }
        return keep(socket, shape, calls.run().result(bind));
    }

    List<Integer> idle() {
        return all().stream().filter(socket -> !sockets.isListening(socket)).toList();
    }

    private int widest(int otherwise) {
        Integer dual = ready.get(SocketShape.DUAL);
        return dual == null || sockets.isListening(dual) ? otherwise : dual;
    }

    /** Makes the one of this shape listen although others of this set are on its address: they allow address reuse meanwhile. */
    int listenBeside(SocketShape shape, int backlog) {
        int socket = ready.get(shape);
        List<Integer> others = idle().stream().filter(other -> other != socket).toList();
        others.forEach(other -> calls.reuseAddress(other, true));
        calls.reuseAddress(socket, true);
        int listen = calls.next();
        calls.listen(socket, backlog);
        others.forEach(other -> calls.reuseAddress(other, false));
        int result = calls.run().result(listen);
        if (result < 0) {
            sockets.reuseAddress(socket, false);
        }
        return result;
    }

    /** Returns one that listens on an address of this shape, and is not of it; -1 for none. */
    int listeningBeside(SocketShape shape) {
        return ready.entrySet().stream()
                .filter(entry -> isBeside(entry.getKey(), shape) && sockets.isListening(entry.getValue()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isBeside(SocketShape one, SocketShape shape) {
        return !one.equals(shape) && isOn(one, shape);
    }

    private static boolean isOn(SocketShape one, SocketShape shape) {
        return Extent.of(one).meets(Extent.of(shape));
    }

    /** Makes sure that one that is to be kept stays so if all others on the addresses of this shape are closed. */
    int coverWithout(SocketShape shape, SocketShape kept) {
        return missingWithout(shape, kept).map(this::add).orElse(0);
    }

    /** Returns the shape that is needed to keep one if all others on the addresses of this shape are closed. */
    Optional<SocketShape> missingWithout(SocketShape shape, SocketShape kept) {
        Extent rest = Extent.of(shape);
        for (Map<SocketShape, Integer> some : List.of(ready, guards)) {
            for (SocketShape other : some.keySet()) {
                rest = isBeside(other, shape) ? rest : rest.with(Extent.of(other));
            }
        }
        if (rest.covers(Extent.of(kept))) {
            return Optional.empty();
        }
        if (!kept.equals(SocketShape.DUAL)) {
            return Optional.of(kept);
        }
        boolean needsIpv4 = rest.ipv4() == null || !rest.ipv4().isAnyLocalAddress();
        return Optional.of(needsIpv4 ? SocketShape.IPV4 : SocketShape.IPV6);
    }

    void put(SocketShape shape, int socket) {
        ready.put(shape, socket);
    }

    /** Closes all others on the addresses of this shape, but no guards. */
    void closeBeside(SocketShape shape) {
        ready.entrySet().removeIf(entry -> isBeside(entry.getKey(), shape) && sockets.close(entry.getValue()) >= 0);
    }

    /** Closes guards of these addresses. */
    void closeGuards(SocketShape shape) {
        guards.entrySet().removeIf(entry -> isOn(entry.getKey(), shape) && sockets.close(entry.getValue()) >= 0);
    }

    /** Returns all others on the addresses of this shape, and the guards of these. */
    List<Integer> beside(SocketShape shape) {
        List<Integer> beside = new ArrayList<>();
        ready.keySet().stream()
                .filter(other -> isBeside(other, shape))
                .map(ready::get)
                .forEach(beside::add);
        guards.keySet().stream()
                .filter(other -> isOn(other, shape))
                .map(guards::get)
                .forEach(beside::add);
        return beside;
    }

    /** Forgets them: the caller has closed them. */
    void forgetBeside(SocketShape shape) {
        ready.keySet().removeIf(other -> isBeside(other, shape));
        guards.keySet().removeIf(guard -> isOn(guard, shape));
    }

    /** Turns the one for all addresses of a family to a guard, and closes the one for both families. */
    int guard(SocketShape family) {
        int result = keeps(family) ? 0 : add(family);
        if (result >= 0 && has(family) && !guards.containsKey(family)) {
            result = sockets.device(ready.get(family), NO_DEVICE);
            if (result >= 0) {
                guards.put(family, ready.remove(family));
            }
        }
        return result < 0 ? result : withoutDual(family);
    }

    private int withoutDual(SocketShape family) {
        Integer dual = ready.get(SocketShape.DUAL);
        if (dual == null) {
            return 0;
        }
        SocketShape other = family.equals(SocketShape.IPV4) ? SocketShape.IPV6 : SocketShape.IPV4;
        int result = keeps(other) ? 0 : add(other);
        if (result >= 0) {
            ready.remove(SocketShape.DUAL);
            sockets.close(dual);
        }
        return result;
    }

    void close() {
        all().forEach(sockets::close);
        ready.clear();
        guards.clear();
    }
}
