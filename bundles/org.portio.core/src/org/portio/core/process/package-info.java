// SPDX-License-Identifier: EPL-2.0
/** Processes: where they come from, and how they are ended without hitting another. */
package org.portio.core.process;
