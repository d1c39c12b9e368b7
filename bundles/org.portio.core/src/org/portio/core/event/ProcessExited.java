// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;

/** A process ended. */
public record ProcessExited(Instant time, long pid) implements KernelEvent {}
