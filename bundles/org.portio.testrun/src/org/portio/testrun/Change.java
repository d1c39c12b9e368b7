// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

/**
 * Something that PortIO made within a run, and what became of it at the end.
 *
 * @param reverted whether it is gone
 * @param detail why it is still there, and what to do; empty if it is gone
 */
public record Change(Holding holding, boolean reverted, String detail) {}
