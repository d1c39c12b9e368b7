// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * One end of a socket.
 *
 * @param address never null; the wildcard address if the socket is bound to all
 * @param port 0 to 65535
 * @param netInterface the interface that the socket is bound to, or that the link-local address belongs to; the same
 *     address and port can be in use at each interface
 */
public record Endpoint(InetAddress address, int port, NetInterface netInterface) implements Comparable<Endpoint> {

    private static final int MAX_PORT = 65535;

    public Endpoint {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(netInterface, "netInterface");
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    /** Returns an end at no interface but that of the address's own scope. */
    public Endpoint(InetAddress address, int port) {
        this(address, port, NetInterface.of(address));
    }

    /**
     * Reads {@code 127.0.0.1:80}, {@code [::1]:80}, {@code 127.0.0.53%lo:53}, {@code [fe80::1%eth0]:80} or, as ss writes
     * it, {@code [fe80::1]%eth0:80}. The interface need not exist here: it may be in another network namespace. Never
     * asks a name server.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static Endpoint parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        if (colon < 0 || !bracketed && text.indexOf(':') < colon) {
            throw new IllegalArgumentException("'" + text + "' is not an address and port");
        }
        String host = text.substring(0, colon);
        int close = bracketed ? host.indexOf(']') : 0;
        if (close < 0) {
            throw new IllegalArgumentException("'" + text + "' has no closing bracket");
        }
        String unbracketed = bracketed ? host.substring(1, close) + host.substring(close + 1) : host;
        return of(unbracketed, port(text.substring(colon + 1)));
    }

    /**
     * Reads an address such as {@code 127.0.0.1}, {@code 127.0.0.53%lo} or {@code fe80::1%eth0}, as {@link #parse} does.
     *
     * @throws IllegalArgumentException if the text is not an address
     */
    public static Endpoint of(String addressText, int port) {
        int percent = addressText.indexOf('%');
        if (percent < 0) {
            return new Endpoint(Addresses.parse(addressText), port);
        }
        String name = addressText.substring(percent + 1);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("'" + addressText + "' names no network interface");
        }
        return new Endpoint(Addresses.parse(addressText.substring(0, percent)), port, NetInterface.named(name));
    }

    private static int port(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new IllegalArgumentException("'" + text + "' is not a port");
        }
        return Integer.parseInt(text);
    }

    /**
     * Returns whether somebody who wrote down the other end can mean this one: the same port and address, IPv4 also if it is
     * mapped into IPv6, and the interface, by name or number, if one is written there.
     */
    public boolean isMeantBy(Endpoint written) {
        return port == written.port
                && Addresses.unmapped(address).equals(Addresses.unmapped(written.address))
                && (written.netInterface.isNone() || netInterface.isCalled(written.netInterface.name()));
    }

    /** Returns whether only programs on this machine reach it: a loopback address, IPv4 also if it is mapped into IPv6. */
    public boolean isLoopback() {
        return Addresses.unmapped(address).isLoopbackAddress();
    }

    /** IPv4 before IPv6, then by the address's bytes, then by port: 9.0.0.1 comes before 10.0.0.1. Last, by interface. */
    @Override
    public int compareTo(Endpoint other) {
        int byAddress = compareAddresses(address, other.address);
        int byPort = byAddress != 0 ? byAddress : Integer.compare(port, other.port);
        return byPort != 0 ? byPort : netInterface.compareTo(other.netInterface);
    }

    /** Orders addresses by their bytes, the shorter (IPv4) first. */
    public static int compareAddresses(InetAddress a, InetAddress b) {
        byte[] left = a.getAddress();
        byte[] right = b.getAddress();
        return left.length != right.length ? left.length - right.length : Arrays.compareUnsigned(left, right);
    }

    /** Returns the address with its interface, as {@code 127.0.0.53%lo} or {@code fe80::1%eth0}. */
    public String addressText() {
        return netInterface.isNone() ? Addresses.format(address) : Addresses.unscoped(address) + netInterface;
    }

    /** Returns text such as {@code 127.0.0.1:80}, {@code [::1]:80}, {@code 127.0.0.53%lo:53} or {@code [fe80::1%eth0]:80}. */
    @Override
    public String toString() {
        return (address instanceof Inet6Address ? "[" + addressText() + "]" : addressText()) + ":" + port;
    }
}
