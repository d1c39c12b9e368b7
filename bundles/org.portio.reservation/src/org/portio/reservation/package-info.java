// SPDX-License-Identifier: EPL-2.0
/**
 * Keeps ports for programs: holds that nobody can take, the list of reservations that survives restarts, and handing a
 * held port over to the program that it is kept for.
 */
package org.portio.reservation;
