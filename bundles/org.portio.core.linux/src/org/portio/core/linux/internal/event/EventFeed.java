// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.util.function.Consumer;
import org.portio.core.event.EventKind;
import org.portio.core.event.KernelEvent;

/** One way by which the kernel tells of events; for one thread at a time. */
interface EventFeed extends AutoCloseable {

    EventKind kind();

    /** Returns the descriptor that becomes readable when there is something. */
    int descriptor();

    /**
     * Hands on what there is, without waiting.
     *
     * @throws IOException if it will tell no more
     */
    void drain(Consumer<KernelEvent> sink) throws IOException;

    @Override
    void close();
}
