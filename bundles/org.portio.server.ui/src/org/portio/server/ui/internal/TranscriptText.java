// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.server.TranscriptEntry;
import org.portio.ui.TimeText;

/** A transcript as lines of text. */
final class TranscriptText {

    private TranscriptText() {}

    /** Returns a line for each entry, as {@code 12:00:05.123  127.0.0.1:50000  connected}; the clients stand below each other. */
    static String of(List<TranscriptEntry> entries, ZoneId zone) {
        int width = entries.stream()
                .mapToInt(entry -> entry.client().length())
                .max()
                .orElse(0);
        return entries.stream()
                .map(entry -> TimeText.time(entry.time(), zone)
                        + "  "
                        + entry.client()
                        + " ".repeat(width - entry.client().length() + 2)
                        + entry.text())
                .collect(Collectors.joining("\n"));
    }
}
