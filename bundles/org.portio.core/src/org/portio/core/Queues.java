// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * Fill of a socket's queues as netstat's Recv-Q and Send-Q show it, in bytes; for a listener {@code receive} is the
 * number of connections that wait to be accepted, and {@code send}, if the source reports it, how many may wait.
 */
public record Queues(long receive, long send) {}
