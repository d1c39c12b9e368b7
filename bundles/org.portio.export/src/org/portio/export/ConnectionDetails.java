// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.List;
import java.util.Optional;
import org.portio.core.ProcessInfo;
import org.portio.core.SocketDetails;
import org.portio.core.process.Recognition;

/**
 * The answers to what was asked about a connection besides.
 *
 * @param socket empty if the system tells nothing
 * @param owners what was recognized in each
 */
public record ConnectionDetails(Optional<SocketDetails> socket, List<Owner> owners) {

    /** A process that has the socket. */
    public record Owner(ProcessInfo process, List<Recognition> recognized) {
        public Owner {
            recognized = List.copyOf(recognized);
        }
    }

    public ConnectionDetails {
        owners = List.copyOf(owners);
    }
}
