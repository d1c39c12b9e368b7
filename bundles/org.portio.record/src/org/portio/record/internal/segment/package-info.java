// SPDX-License-Identifier: EPL-2.0
/** The two forms of a segment on disk: the log that is being written, and the closed one with its footer. */
package org.portio.record.internal.segment;
