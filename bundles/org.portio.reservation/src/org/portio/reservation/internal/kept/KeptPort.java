// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.kept;

import java.util.Locale;
import org.portio.core.Keeping;
import org.portio.core.Protocol;
import org.portio.reservation.PortKey;

/**
 * A port that a process keeps, as one line of text says it.
 *
 * @param state {@link Keeping.State#NOT_KEPT} if it no longer is
 * @param lender the process that gives it to its program and has its sockets open meanwhile; 0 for none
 */
public record KeptPort(PortKey key, Keeping.State state, long lender) {

    private static final String ALL = "*";
    private static final int WORDS = 5;

    String line() {
        return String.join(
                " ",
                key.protocol().name().toLowerCase(Locale.ROOT),
                String.valueOf(key.port()),
                key.address().isEmpty() ? ALL : key.address(),
                state.name().toLowerCase(Locale.ROOT),
                String.valueOf(lender));
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the line is not one
     */
    static KeptPort parse(String line) {
        String[] words = line.split(" ");
        if (words.length != WORDS) {
            throw new IllegalArgumentException("'" + line + "' is not a kept port");
        }
        Protocol protocol = Protocol.valueOf(words[0].toUpperCase(Locale.ROOT));
        String address = words[2].equals(ALL) ? "" : words[2];
        return new KeptPort(
                new PortKey(Integer.parseInt(words[1]), protocol, address),
                Keeping.State.valueOf(words[3].toUpperCase(Locale.ROOT)),
                Long.parseLong(words[4]));
    }
}
