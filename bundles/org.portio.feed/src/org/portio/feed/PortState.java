// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.util.Locale;
import org.portio.core.Protocol;

/**
 * A reservation or a block as the feed tells of it. Two with the same subject and id are the same thing before and after a change.
 *
 * @param id what tells it from others of its subject, such as {@code TCP 8080 on 127.0.0.1}
 * @param ports one port, or a range such as {@code 9000-9010}
 * @param state in PortIO's words: {@code held}, {@code active}
 * @param detail the program it is kept for, or what is blocked; empty for nothing
 */
public record PortState(Subject subject, String id, Protocol protocol, String ports, String state, String detail) {

    /** The kinds of things that are told of besides connections. */
    public enum Subject {
        RESERVATION,
        BLOCK;

        /** Lower-case name, as in {@code reservation}: the first part of its topics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
