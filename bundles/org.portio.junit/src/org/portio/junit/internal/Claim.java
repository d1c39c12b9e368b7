// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.nio.channels.FileLock;

/**
 * A number that other test runs do not choose.
 *
 * @param lock null if nothing keeps them from it, because files cannot be locked here
 */
record Claim(FileLock lock) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
    }
}
