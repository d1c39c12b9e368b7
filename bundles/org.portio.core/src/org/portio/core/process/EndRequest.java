// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.time.Duration;
import java.util.List;
import org.portio.core.ProcessInfo;

/**
 * Processes that somebody wants to end, all for the same reason.
 *
 * @param processes as {@link Processes#read} showed them: pid and start time are compared before one is touched
 * @param port that each must still hold at that moment, and that is to be free when all have ended; null if it is about
 *     the processes alone
 * @param force false to ask them (SIGTERM), true to end them (SIGKILL)
 * @param handed whether to end also those that were merely handed a socket which another user made
 * @param patience how long to wait for their end; parents are waited for before their children are asked
 */
public record EndRequest(List<ProcessInfo> processes, HeldPort port, boolean force, boolean handed, Duration patience) {
    public EndRequest {
        processes = List.copyOf(processes);
    }

    /** Returns the same by force, for these of the processes. */
    public EndRequest forced(List<ProcessInfo> stubborn) {
        return new EndRequest(stubborn, port, true, handed, patience);
    }
}
