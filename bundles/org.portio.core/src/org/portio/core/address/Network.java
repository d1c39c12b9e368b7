// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.net.InetAddress;

/**
 * The addresses that begin as this one does, such as {@code 127.0.0.0/8}.
 *
 * @param length of the part that they have in common, in bits: 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Network(InetAddress address, int length) {

    public Network {
        if (length < 0 || length > bits(address)) {
            throw new IllegalArgumentException(
                    "'" + length + "' is not a valid prefix length; it is 0 to " + bits(address));
        }
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }

    /** Returns the network that has this address alone. */
    public static Network of(InetAddress address) {
        return new Network(address, bits(address));
    }

    /**
     * Reads a network such as {@code 10.0.0.0/8}, or an address alone. Never asks a name server.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return of(Addresses.parse(text));
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a network; write one such as 10.0.0.0/8 or fe80::/10");
        }
        return new Network(Addresses.parse(text.substring(0, slash)), Integer.parseInt(digits));
    }

    /** Returns whether the address is in the network; one of IPv4 that is mapped into IPv6 counts as one of IPv4, too. */
    public boolean contains(InetAddress candidate) {
        return begins(candidate.getAddress())
                || begins(Addresses.unmapped(candidate).getAddress());
    }

    private boolean begins(byte[] candidate) {
        byte[] own = address.getAddress();
        if (own.length != candidate.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ candidate[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns its least address. */
    public InetAddress first() {
        return withRest(0);
    }

    /** Returns its greatest address. */
    public InetAddress last() {
        return withRest(0xff);
    }

    private InetAddress withRest(int rest) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int own = Math.clamp(length - (long) i * Byte.SIZE, 0, Byte.SIZE);
            int mask = 0xff << Byte.SIZE - own & 0xff;
            bytes[i] = (byte) (bytes[i] & mask | rest & ~mask);
        }
        return Addresses.of(bytes);
    }
}
