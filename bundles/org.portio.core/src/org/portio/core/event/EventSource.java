// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.ConnectionException;

/** Lets the operating system tell of events. Any bundle may publish one as an OSGi service; all that are available are heard. */
@ConsumerType
public interface EventSource {

    /** Short name for logs and for the user, as in {@code linux}. */
    String name();

    /** Returns whether it tells anything at all on this machine. */
    boolean isAvailable();

    /**
     * Begins to listen; what happens from now on is told.
     *
     * @throws ConnectionException when the system refuses; the message says what to do
     */
    EventStream open() throws ConnectionException;
}
