// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

/**
 * A process that came through a door.
 *
 * @param startTicks when it began, in the kernel's clock ticks since the machine started; with the pid it means this
 *     process and no later one
 */
public record TracedProcess(long pid, long startTicks) {}
