// SPDX-License-Identifier: EPL-2.0
/** Processes: their origin, and how they are ended without affecting another. */
package org.portio.core.process;
