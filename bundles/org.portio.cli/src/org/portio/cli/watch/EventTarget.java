// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.util.List;
import org.portio.export.ConnectionEvent;

/** The place that events go to. */
interface EventTarget extends AutoCloseable {

    /** Takes the events of one snapshot, maybe none; returns soon. */
    void take(List<ConnectionEvent> events);

    /**
     * Returns when it takes no more.
     *
     * @throws org.portio.cli.command.CommandFailure if it cannot
     */
    void awaitEnd() throws InterruptedException;

    @Override
    void close();
}
