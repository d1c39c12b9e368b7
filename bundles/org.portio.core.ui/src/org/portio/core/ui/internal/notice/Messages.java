// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.osgi.util.NLS;

/** Texts of notifications. */
public final class Messages extends NLS {

    public static String SavedBaseline_unreadable;
    public static String NoticeColumns_kind;
    public static String NoticeColumns_quiet;
    public static String NoticeColumns_shown;
    public static String NoticeColumns_time;
    public static String NoticeColumns_what;
    public static String NoticeColumns_yes;
    public static String NoticePreferencePage_add;
    public static String NoticePreferencePage_addTitle;
    public static String NoticePreferencePage_blocks;
    public static String NoticePreferencePage_description;
    public static String NoticePreferencePage_newListeners;
    public static String NoticePreferencePage_notHours;
    public static String NoticePreferencePage_notWatch;
    public static String NoticePreferencePage_quiet;
    public static String NoticePreferencePage_reservations;
    public static String NoticePreferencePage_watches;
    public static String NoticesView_empty;
    public static String NoticesView_filterExamples;
    public static String NoticesView_filterHint;
    public static String NoticesView_loading;
    public static String NoticesView_many;
    public static String NoticesView_noMatch;
    public static String NoticesView_one;
    public static String WatchActions_port;
    public static String WatchActions_program;
    public static String WatchActions_stop;
    public static String WatchActions_watch;
    public static String WatchHandler_begun;
    public static String WatchHandler_ended;
    public static String WatchHandler_unknown;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
