// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.net.InetAddress;
import java.util.Optional;
import org.portio.core.address.Addresses;
import org.portio.core.address.Network;

/** Networks as users write them, such as {@code 127.0.0.0/8}. */
final class WrittenNetwork {

    private static final String ADDRESS_CHARACTERS = "0123456789abcdef.:";

    private WrittenNetwork() {}

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
}
