// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.util.List;
import java.util.StringJoiner;
import org.eclipse.osgi.util.NLS;
import org.portio.record.Coverage;
import org.portio.record.ui.internal.PastReader.Page;

/** Says below the table what it does not show. */
final class HistoryNote {

    private HistoryNote() {}

    /** Returns one line; empty if all is shown. */
    static String of(Page page) {
        StringJoiner note = new StringJoiner("  ");
        if (page.sockets() < page.total()) {
            note.add(NLS.bind(
                    Messages.HistoryView_newest,
                    String.format("%,d", page.sockets()),
                    String.format("%,d", page.total())));
        }
        List<Coverage> coverage = page.told().coverage();
        long missed = coverage.stream()
                .mapToLong(stretch -> Math.max(0, stretch.missed()))
                .sum();
        if (missed > 0) {
            note.add(NLS.bind(Messages.HistoryView_missed, String.format("%,d", missed)));
        }
        return note.toString();
    }
}
