// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Snapshot;

/**
 * The title and the file name that the dialog Save As offers.
 *
 * @param title how many rows are saved, and of how many if a filter leaves some out
 * @param fileName with the date and the time, so that the next one does not replace it
 */
record SaveOffer(String title, String fileName) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss");

    static SaveOffer of(SnapshotPart part, Snapshot shown, LocalDateTime time) {
        int rows = shown.connections().size();
        String title = rows == shown.total()
                ? NLS.bind(Messages.SaveOffer_all, number(rows))
                : NLS.bind(Messages.SaveOffer_some, number(rows), number(shown.total()));
        return new SaveOffer(
                title, Messages.SaveAsHandler_fileName + "-" + TIME.format(time) + "." + part.preferredFormat());
    }

    private static String number(int count) {
        return NumberFormat.getIntegerInstance().format(count);
    }
}
