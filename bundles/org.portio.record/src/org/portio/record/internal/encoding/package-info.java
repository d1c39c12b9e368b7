// SPDX-License-Identifier: EPL-2.0
/** Numbers and texts as bytes of a file, with checksums: whatever the bytes are, reading them ends with what is wrong. */
package org.portio.record.internal.encoding;
