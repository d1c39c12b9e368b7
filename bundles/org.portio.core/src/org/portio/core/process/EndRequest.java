// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.time.Duration;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;

/**
 * A process that somebody wants to end.
 *
 * @param process as {@link Processes#read} showed it: its pid and start time are compared before it is touched
 * @param port that it must still hold at that moment, and that is to be free afterwards; 0 for no matter which
 * @param protocol of that port; null for either
 * @param force false to ask it (SIGTERM), true to end it (SIGKILL)
 * @param patience how long to wait for its end
 */
public record EndRequest(ProcessInfo process, int port, Protocol protocol, boolean force, Duration patience) {}
