// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;

/** A process began, as a copy of its parent. */
public record ProcessBegan(Instant time, long pid, long parentPid) implements KernelEvent {}
