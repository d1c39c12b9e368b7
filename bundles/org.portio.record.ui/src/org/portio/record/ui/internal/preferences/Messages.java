// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String HistoryPreferencePage_always;
    public static String HistoryPreferencePage_description;
    public static String HistoryPreferencePage_five;
    public static String HistoryPreferencePage_hour;
    public static String HistoryPreferencePage_hours;
    public static String HistoryPreferencePage_job;
    public static String HistoryPreferencePage_kept;
    public static String HistoryPreferencePage_megabytes;
    public static String HistoryPreferencePage_none;
    public static String HistoryPreferencePage_quarter;
    public static String HistoryPreferencePage_recent;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
