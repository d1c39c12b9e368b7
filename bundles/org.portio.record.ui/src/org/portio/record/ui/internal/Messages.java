// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String GoingBack_job;
    public static String GoingBack_notWatched;
    public static String HistoryBar_all;
    public static String HistoryBar_cancel;
    public static String HistoryBar_clear;
    public static String HistoryBar_confirm;
    public static String HistoryBar_confirmDetails;
    public static String HistoryBar_day;
    public static String HistoryBar_hour;
    public static String HistoryBar_job;
    public static String HistoryBar_moment;
    public static String HistoryBar_noKeeper;
    public static String HistoryBar_nothing;
    public static String HistoryBar_quarter;
    public static String HistoryBar_range;
    public static String HistoryBar_recent;
    public static String HistoryBar_record;
    public static String HistoryBar_recorded;
    public static String HistoryBar_show;
    public static String HistoryBar_sixHours;
    public static String HistoryBar_title;
    public static String HistoryBar_week;
    public static String HistoryColumns_closed;
    public static String HistoryColumns_commandLine;
    public static String HistoryColumns_communityId;
    public static String HistoryColumns_controlGroup;
    public static String HistoryColumns_directory;
    public static String HistoryColumns_duration;
    public static String HistoryColumns_learnt;
    public static String HistoryColumns_localAddress;
    public static String HistoryColumns_localPort;
    public static String HistoryColumns_opened;
    public static String HistoryColumns_pid;
    public static String HistoryColumns_process;
    public static String HistoryColumns_protocol;
    public static String HistoryColumns_received;
    public static String HistoryColumns_remoteAddress;
    public static String HistoryColumns_remotePort;
    public static String HistoryColumns_retransmissions;
    public static String HistoryColumns_roundTrip;
    public static String HistoryColumns_sent;
    public static String HistoryColumns_state;
    public static String HistoryColumns_states;
    public static String HistoryColumns_user;
    public static String HistoryColumns_what;
    public static String HistoryView_empty;
    public static String HistoryView_filterExamples;
    public static String HistoryView_filterHint;
    public static String HistoryView_loading;
    public static String HistoryView_many;
    public static String HistoryView_missed;
    public static String HistoryView_newest;
    public static String HistoryView_noMatch;
    public static String HistoryView_noService;
    public static String HistoryView_one;
    public static String LifeText_atLeast;
    public static String LifeText_notWatched;
    public static String LifeText_open;
    public static String PastText_after;
    public static String PastText_before;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
