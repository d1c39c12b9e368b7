// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * Details of one socket beyond its row. It changes from one moment to the next, and costs a question of
 * its own: it is asked for the sockets that somebody looks at.
 *
 * @param timer the timer that runs, as the column Timer of netstat -o and ss -o shows it; null if none does
 * @param tcp TCP's measurements on a connection; null for any other socket
 */
public record SocketDetails(SocketTimer timer, TcpMetrics tcp) {}
