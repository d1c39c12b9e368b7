// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;

/**
 * A port that a running program and all that it starts get in place of the one they ask for.
 *
 * @param pid the program that was started; 0 while it is about to start
 * @param program its name or path, as it was started
 * @param folder the directory that it was started in
 */
public record Remap(int asked, int given, long pid, String program, String folder, Instant since) {}
