// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String Marks_notWatched;
    public static String TimelineChart_counts;
    public static String TimelineChart_countsPer;
    public static String TimelineChart_ended;
    public static String TimelineChart_name;
    public static String TimelineChart_opened;
    public static String TimelineChart_present;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
