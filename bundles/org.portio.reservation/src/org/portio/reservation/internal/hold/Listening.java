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
     * Begins. Leftovers of earlier connections that are in the way are ended; only if some cannot be, address reuse comes first, for
     * a moment. Somebody who listens in that moment is outlasted, if that one does not stay.
     *
     * @return 0 or the kernel's errno as a negative number
     */
    public int begin(int backlog) {
        SwiftCalls calls = new SwiftCalls();
        int result = beginAlone(calls, backlog);
        if (result == -Syscalls.EADDRINUSE) {
            new Leftovers(new LinuxSockets().port(socket)).end();
            result = beginAlone(calls, backlog);
        }
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

    private int beginAlone(SwiftCalls calls, int backlog) {
        return calls.listen(socket, backlog)
                .reuseAddress(socket, true)
                .runWhileTheySucceed()
                .result(0);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
