// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String AskedPortColumn_title;
    public static String Columns_port;
    public static String Columns_protocol;
    public static String EditReservationHandler_job;
    public static String ReleaseHandler_job;
    public static String ReleaseHandler_jobOne;
    public static String ReleaseHandler_lent;
    public static String ReleaseHandler_more;
    public static String ReleaseHandler_question;
    public static String ReleaseHandler_questionOne;
    public static String ReleaseHandler_release;
    public static String ReleaseHandler_title;
    public static String ReservationActions_reserve;
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
    public static String ReservationList_remapped;
    public static String ReservationsView_empty;
    public static String ReservationsView_filterExamples;
    public static String ReservationsView_filterHint;
    public static String ReservationsView_loading;
    public static String ReservationsView_many;
    public static String ReservationsView_noMatch;
    public static String ReservationsView_past;
    public static String ReservationsView_one;
    public static String ReservePortHandler_job;
    public static String ReserveInquiry_reserved;
    public static String RetryHandler_job;
    public static String RunHandler_failed;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
