// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.time.Instant;

/**
 * Something that a client and a temporary server did.
 *
 * @param client address and port as text; empty for what concerns the server itself
 * @param text one line: what happened, with the beginning of the data as printable text
 */
public record TranscriptEntry(Instant time, String client, String text) {}
