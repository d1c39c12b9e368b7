// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.keeper.KeeperException;

/** Waits for other processes. */
final class Processes {

    private static final int SECONDS = 15;

    private Processes() {}

    /** Waits until the process has ended, which is assumed of one that cannot be seen. */
    static void awaitEnd(long pid) throws KeeperException {
        if (pid == ProcessHandle.current().pid()) {
            return;
        }
        try {
            var process = ProcessHandle.of(pid);
            if (process.isPresent()) {
                process.get().onExit().get(SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new KeeperException(
                    Failure.of(Kind.FAILED, "the keeper (process " + pid + ") does not end", "end that process"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeeperException("interrupted while the keeper was ending", e);
        }
    }
}
