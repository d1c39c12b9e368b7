// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.time.Instant;

/**
 * Something that happened and that the user wants to be told of.
 *
 * @param subject what it happened to, such as {@code TCP 8080}; of two with the same subject the later one says more
 * @param text one sentence without a full stop
 */
public record Notice(Instant time, Kind kind, String subject, String text) {

    /** The kind of what happened. */
    public enum Kind {
        OPENED("opened"),
        CLOSED("closed"),
        OWNER_CHANGED("owner changed"),
        NEW_LISTENER("new listener"),
        RESERVATION("reservation"),
        BLOCK_ENDED("block ended");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns its name for the user, in lower case. */
        public String label() {
            return label;
        }
    }
}
