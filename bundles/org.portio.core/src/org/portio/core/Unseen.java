// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * Something that a source could not see, and why.
 *
 * @param what what is missing, as in {@code owners} or {@code sockets bound but not listening}
 * @param count how many are missing; -1 where that cannot be known
 * @param why the reason, with what to do about it where something can be done
 */
public record Unseen(String what, int count, String why) {}
