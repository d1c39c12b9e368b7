// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.net.InetAddress;
import java.util.Optional;
import org.portio.core.address.Addresses;

/**
 * The addresses that begin as this one does, such as {@code 127.0.0.0/8}.
 *
 * @param length of the part that they have in common, in bits
 */
record Network(InetAddress address, int length) {

    private static final String ADDRESS_CHARACTERS = "0123456789abcdef.:";

    /** Returns whether this is written like a network, right or wrong: an address or a part of one, a slash, and digits. */
    static boolean isMeant(String word) {
        int slash = word.indexOf('/');
        return slash > 0
                && slash < word.length() - 1
                && word.chars().limit(slash).allMatch(letter -> ADDRESS_CHARACTERS.indexOf(letter) >= 0)
                && (word.indexOf(':') >= 0 || Character.isDigit(word.charAt(0)))
                && word.chars().skip(slash + 1L).allMatch(Character::isDigit);
    }

    static Network parse(String word) throws WrongFilterException {
        int slash = word.indexOf('/');
        InetAddress address = literal(word.substring(0, slash))
                .orElseThrow(() -> new WrongFilterException(
                        "\"" + word + "\" is not a network. Write one such as 127.0.0.0/8 or fe80::/10."));
        int most = address.getAddress().length * Byte.SIZE;
        String digits = word.substring(slash + 1);
        if (digits.length() > 3 || Integer.parseInt(digits) > most) {
            throw new WrongFilterException("the number after the slash is at most " + most + ", not " + digits + ".");
        }
        return new Network(address, Integer.parseInt(digits));
    }

    /** Returns the address that is written in full. */
    static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(Addresses.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Returns whether the address is in the network; one of IPv4 that is mapped into IPv6 counts as one of IPv4, too. */
    boolean contains(InetAddress candidate) {
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
}
