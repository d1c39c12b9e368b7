// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.io.IOException;
import org.portio.testrun.internal.RunLock;

/** A run of this process, which lasts until this is closed or the process ends. */
public final class OpenRun implements AutoCloseable {

    private final TestRun run;
    private final RunLock lock;

    OpenRun(TestRun run, RunLock lock) {
        this.run = run;
        this.lock = lock;
    }

    public TestRun run() {
        return run;
    }

    public String id() {
        return run.id();
    }

    /** Ends it; what was made for it is reverted by whoever settles runs next. */
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
