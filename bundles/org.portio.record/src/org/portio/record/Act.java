// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;

/**
 * Something that PortIO did, as {@code port_logs.txt} has it.
 *
 * @param time when it was done
 * @param user name of the user who did it
 * @param action such as {@code block}, {@code reserve} or {@code kill}
 * @param what it was done to, as in {@code TCP 8080 inbound}
 * @param by the part of PortIO that did it, such as {@code nftables} or {@code keeper}
 * @param result {@code done}, or what came of it otherwise
 * @param port the local port that it concerns; 0 if none, or several
 */
public record Act(Instant time, String user, String action, String what, String by, String result, int port) {}
