// SPDX-License-Identifier: EPL-2.0
package org.portio.core.event;

import java.time.Instant;

/** A process began to run another program. */
public record ProcessExecuted(Instant time, long pid) implements KernelEvent {}
