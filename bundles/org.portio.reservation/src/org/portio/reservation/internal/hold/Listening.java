// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import org.portio.core.kernel.Syscalls;

/**
 * Makes a bound socket listen, with address reuse from then on, which its connections inherit: they must let the port be listened
 * on again when all that is left of them is TIME-WAIT.
 *
 * @param socket a descriptor of this process
 */
public record Listening(int socket) {

    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 20;

    /**
     * Begins; address reuse comes first, for a moment, only if leftovers of earlier connections are in the way. Somebody who
     * listens in that moment is outlasted, if that one does not stay.
     *
     * @return 0 or the kernel's errno as a negative number
     */
    public int begin(int backlog) {
        SwiftCalls calls = new SwiftCalls();
        int result = calls.listen(socket, backlog)
                .reuseAddress(socket, true)
                .runWhileTheySucceed()
                .result(0);
        for (int i = 0; result == -Syscalls.EADDRINUSE && i < TRIES; i++) {
            SwiftCalls.warmUp();
            Thread.yield();
            result = calls.reuseAddress(socket, true)
                    .listen(socket, backlog)
                    .run()
                    .result(1);
            if (result < 0) {
                calls.reuseAddress(socket, false).run();
                pause();
            }
        }
        return result;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
