// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.io.InterruptedIOException;

/** A short wait for another process. */
final class Pause {

    private static final long MILLIS = 50;

    private Pause() {}

    static void pause() throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another process of PortIO");
        }
    }
}
