// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String AddressText_all;
    public static String Columns_address;
    public static String Columns_port;
    public static String Columns_protocol;
    public static String ConnectionEntry_reserve;
    public static String ConnectionEntry_startServer;
    public static String EditReservationHandler_job;
    public static String ReleaseHandler_job;
    public static String ReleaseHandler_jobOne;
    public static String ReleaseHandler_lent;
    public static String ReleaseHandler_more;
    public static String ReleaseHandler_question;
    public static String ReleaseHandler_questionOne;
    public static String ReleaseHandler_release;
    public static String ReleaseHandler_title;
    public static String ReservationColumns_conflict;
    public static String ReservationColumns_denied;
    public static String ReservationColumns_detail;
    public static String ReservationColumns_executable;
    public static String ReservationColumns_handOver;
    public static String ReservationColumns_held;
    public static String ReservationColumns_lent;
    public static String ReservationColumns_note;
    public static String ReservationColumns_running;
    public static String ReservationColumns_since;
    public static String ReservationColumns_state;
    public static String ReservationColumns_unproven;
    public static String ReservationList_noReservations;
    public static String ReservationList_notEnded;
    public static String ReservationsView_empty;
    public static String ReservationsView_filterExamples;
    public static String ReservationsView_filterHint;
    public static String ReservationsView_loading;
    public static String ReservationsView_many;
    public static String ReservationsView_noMatch;
    public static String ReservationsView_one;
    public static String ReservePortHandler_job;
    public static String RetryHandler_job;
    public static String RunHandler_failed;
    public static String ServerColumns_clients;
    public static String ServerColumns_ends;
    public static String ServerColumns_mode;
    public static String ServerColumns_open;
    public static String ServerColumns_received;
    public static String ServerColumns_sent;
    public static String ServerColumns_started;
    public static String ServerList_noServers;
    public static String ServersView_empty;
    public static String ServersView_filterExamples;
    public static String ServersView_filterHint;
    public static String ServersView_loading;
    public static String ServersView_many;
    public static String ServersView_noMatch;
    public static String ServersView_one;
    public static String StartServerHandler_job;
    public static String StopServerHandler_client;
    public static String StopServerHandler_clients;
    public static String StopServerHandler_job;
    public static String StopServerHandler_question;
    public static String StopServerHandler_questionIdle;
    public static String StopServerHandler_questionIdleOne;
    public static String StopServerHandler_questionOne;
    public static String StopServerHandler_stop;
    public static String StopServerHandler_title;
    public static String TranscriptPane_empty;
    public static String TranscriptPane_name;
    public static String TranscriptPane_none;
    public static String TranscriptPane_title;
    public static String cancel;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
