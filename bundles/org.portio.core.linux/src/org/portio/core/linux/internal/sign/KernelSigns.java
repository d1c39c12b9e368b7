// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import java.io.IOException;
import java.nio.file.Path;
import org.portio.core.ChangeSigns;
import org.portio.core.ConnectionException;

/**
 * Signs of change from the kernel, for which nobody needs rights: its counters tell what was opened, and it tells of each
 * socket that ends, without which one that ends as another begins would not be noticed.
 */
public final class KernelSigns implements ChangeSigns {

    private final CounterFiles files;
    private final SocketEnds ends;
    private Counters latest;

    /** Watches the network namespace of this process. */
    public KernelSigns() throws IOException {
        files = new CounterFiles(Path.of("/proc/thread-self/net"));
        try {
            ends = new SocketEnds();
        } catch (IOException | RuntimeException | LinkageError e) {
            files.close();
            throw e;
        }
        files.read();
        latest = files.counters();
    }

    @Override
    public Sign look() throws ConnectionException {
        try {
            boolean ended = ends.heard();
            Sign counted = files.read() ? counted() : Sign.NONE;
            return ended ? Sign.CHANGED : counted;
        } catch (IOException e) {
            throw new ConnectionException("the kernel gives no signs any more: " + e.getMessage(), e);
        }
    }

    /** Takes in what was read. */
    private Sign counted() {
        Counters earlier = latest;
        latest = files.counters();
        return latest.since(earlier);
    }

    @Override
    public void close() {
        ends.close();
        try {
            files.close();
        } catch (IOException e) {
            System.getLogger(KernelSigns.class.getName()).log(System.Logger.Level.DEBUG, "closing failed", e);
        }
    }
}
