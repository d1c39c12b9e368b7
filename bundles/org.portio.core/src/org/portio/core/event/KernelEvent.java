// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/** Something that happened. */
@ProviderType
public sealed interface KernelEvent
        permits SocketEnded, SocketStateChanged, ProcessBegan, ProcessExecuted, ProcessExited, EventsLost {

    /** Returns when the stream was told; it happened shortly before. */
    Instant time();
}
