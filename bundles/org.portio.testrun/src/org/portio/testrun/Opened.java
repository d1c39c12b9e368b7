// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.time.Instant;
import java.util.Locale;
import org.portio.core.Protocol;

/**
 * One call by which a process of a run opened something.
 *
 * @param process its short name; empty if it had ended before that was read
 * @param protocol null if it is not known
 * @param address the local address for a bind or a listen, the other end's for a connect; empty if it is not known
 * @param port the port that goes with it; 0 if it is not known
 * @param error the system's number of the failure; 0 for none, -1 if the result is not known
 */
public record Opened(
        Instant time, Kind kind, long pid, String process, Protocol protocol, String address, int port, int error) {

    /** The system call. */
    public enum Kind {
        BIND,
        LISTEN,
        CONNECT;

        /** Lower-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
