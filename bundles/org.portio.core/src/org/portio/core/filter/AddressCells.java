// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.core.address.Endpoint;
import org.portio.core.address.Network;

/**
 * Cells that hold an address. Any part of it is found; {@code 127.0.0.0/8} is a network, and what {@link WrittenEnd} takes
 * is one end of a connection.
 *
 * @param end the address with its port; null if there is none
 * @param words what a cell can show in the place of an address, such as {@code all}
 */
public record AddressCells<T>(Function<? super T, String> text, Function<? super T, Endpoint> end, List<String> words)
        implements Cells<T> {

    /** Rows whose address is in a network; who knows it may find them without looking at each. */
    public record InNetwork<T>(Network network, Function<? super T, Endpoint> end) implements Predicate<T> {

        @Override
        public boolean test(T row) {
            Endpoint found = end.apply(row);
            return found != null && network.contains(found.address());
        }
    }

    private static final String PARTS = "0123456789abcdef.:?";

    @Override
    public Predicate<T> plain(String word) throws WrongFilterException {
        if (WrittenNetwork.isMeant(word)) {
            return new InNetwork<>(WrittenNetwork.parse(word), end);
        }
        Optional<WrittenEnd> written = WrittenEnd.parse(word);
        if (written.isPresent()) {
            return matching(written.get()::matches);
        }
        // An opening bracket is the begin of an address that is still being typed.
        return Cells.contains(text, word.startsWith("[") ? word.substring(1) : word);
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        Predicate<T> matching = plain(value);
        boolean possible = value.chars().allMatch(letter -> PARTS.indexOf(letter) >= 0)
                || WrittenNetwork.isMeant(value)
                || WrittenEnd.parse(value).isPresent()
                || value.startsWith("[")
                || value.indexOf('%') > 0
                || value.startsWith(WrittenEnd.LOCALHOST)
                || WrittenEnd.isBeginOfALoopback(value)
                || words.stream().anyMatch(word -> word.contains(value));
        if (!possible) {
            throw new WrongFilterException(
                    "\"%s\" is not an address or a part of one. Write %2$s:127.0.0.1, %2$s:[::1] or %2$s:127.0.0.0/8."
                            .formatted(value, name));
        }
        return matching;
    }

    @Override
    public List<String> known() {
        return Stream.concat(words.stream(), Stream.of("loopback", "127.0.0.0/8", "::1"))
                .toList();
    }

    private Predicate<T> matching(Predicate<Endpoint> test) {
        return row -> {
            Endpoint found = end.apply(row);
            return found != null && test.test(found);
        };
    }
}
