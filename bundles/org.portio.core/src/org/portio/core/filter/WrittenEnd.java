// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * One end of a connection as users write it: {@code 127.0.0.1:80}, {@code [::1]:80}, {@code [::1]}, {@code localhost},
 * {@code localhost:80} or {@code :80}; {@code loopback} is another word for {@code localhost}.
 *
 * @param port -1 for any
 */
record WrittenEnd(Predicate<InetAddress> address, int port) {

    static final String LOCALHOST = "localhost";
    private static final String LOOPBACK = "loopback";

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_DIGITS = 5;

    boolean matches(Endpoint end) {
        return address.test(end.address()) && (port < 0 || port == end.port());
    }

    /** Returns an empty result if the word is not written as an end, or not in full yet. */
    static Optional<WrittenEnd> parse(String word) throws WrongFilterException {
        int split = word.startsWith("[") ? word.indexOf(']') + 1 : word.indexOf(':');
        if (split <= 0 && !word.startsWith(":")) {
            return isLoopback(word) ? Optional.of(new WrittenEnd(address(word, word), -1)) : Optional.empty();
        }
        String host = word.substring(0, split);
        String rest = word.substring(split);
        if (rest.isEmpty() || rest.equals(":")) {
            return host.startsWith("[") ? Optional.of(new WrittenEnd(address(host, word), -1)) : Optional.empty();
        }
        boolean hasPort = rest.startsWith(":") && rest.chars().skip(1).allMatch(WrittenEnd::isDigit);
        return hasPort && isHost(host)
                ? Optional.of(new WrittenEnd(address(host, word), port(rest.substring(1))))
                : Optional.empty();
    }

    /** Returns whether the text is a host, unlike some words before a colon and digits: 12:30 is a time. */
    private static boolean isHost(String text) {
        return text.isEmpty() || text.equals("*") || isLoopback(text) || text.startsWith("[") || text.indexOf('.') >= 0;
    }

    private static boolean isLoopback(String text) {
        return text.equals(LOCALHOST) || text.equals(LOOPBACK);
    }

    /** Returns whether a word for the loopback addresses may be in the course of being typed. */
    static boolean isBeginOfALoopback(String text) {
        return LOCALHOST.startsWith(text) || LOOPBACK.startsWith(text);
    }

    private static Predicate<InetAddress> address(String host, String word) throws WrongFilterException {
        if (host.isEmpty() || host.equals("*")) {
            return _ -> true;
        }
        if (isLoopback(host)) {
            return found -> Addresses.unmapped(found).isLoopbackAddress();
        }
        InetAddress wanted = WrittenNetwork.literal(host.startsWith("[") ? host.substring(1, host.length() - 1) : host)
                .orElseThrow(() -> new WrongFilterException(
                        "there is no IP address in \"" + word + "\". Write 127.0.0.1:80, [::1]:80 or :80."));
        return found -> wanted.equals(found) || wanted.equals(Addresses.unmapped(found));
    }

    private static int port(String digits) throws WrongFilterException {
        if (digits.length() > MOST_DIGITS || Integer.parseInt(digits) > HIGHEST_PORT) {
            throw WrongFilterException.tooLarge(digits, "port", HIGHEST_PORT);
        }
        return Integer.parseInt(digits);
    }

    private static boolean isDigit(int letter) {
        return '0' <= letter && letter <= '9';
    }
}
