// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.system.Printable;

/** One message about one or several things that happened, without characters that cannot be seen. */
public record NoticeMessage(String title, String body) {

    private static final int MOST_LINES = 5;

    /** Returns the message about these, of which there is at least one. */
    public static NoticeMessage of(List<Notice> notices) {
        if (notices.size() == 1) {
            Notice one = notices.getFirst();
            return new NoticeMessage(
                    Printable.of(one.subject() + ": " + one.kind().label()), Printable.of(one.text()));
        }
        String lines = notices.stream()
                .limit(MOST_LINES)
                .map(notice -> Printable.of(notice.text()))
                .collect(Collectors.joining("\n"));
        int more = notices.size() - MOST_LINES;
        return new NoticeMessage(notices.size() + " changes", more > 0 ? lines + "\nand " + more + " more" : lines);
    }
}
