// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String ChoiceText_auto;
    public static String ChoiceText_blackhole;
    public static String ChoiceText_descriptor;
    public static String ChoiceText_discard;
    public static String ChoiceText_echo;
    public static String ChoiceText_httpOk;
    public static String ChoiceText_latch;
    public static String ChoiceText_release;
    public static String ChoiceText_reset;
    public static String ChoiceText_tcp;
    public static String ChoiceText_udp;
    public static String Lifetime_eightHours;
    public static String Lifetime_fiveMinutes;
    public static String Lifetime_halfAnHour;
    public static String Lifetime_oneDay;
    public static String Lifetime_oneHour;
    public static String Lifetime_oneMinute;
    public static String Lifetime_untilStopped;
    public static String PortDialog_edit;
    public static String PortDialog_editTitle;
    public static String PortDialog_reserve;
    public static String PortDialog_reserveTitle;
    public static String PortDialog_start;
    public static String PortDialog_startTitle;
    public static String PortForm_anyAddress;
    public static String PortForm_badAddress;
    public static String PortForm_badPort;
    public static String PortInquiry_denied;
    public static String PortInquiry_lentToServer;
    public static String PortInquiry_noProgram;
    public static String PortInquiry_notLocal;
    public static String PortInquiry_reservedAlready;
    public static String PortInquiry_taken;
    public static String PortInquiry_takenHidden;
    public static String PortInquiry_takenUnseen;
    public static String PortInquiry_unknown;
    public static String ReserveFields_browse;
    public static String ReserveFields_browseTitle;
    public static String ReserveFields_executable;
    public static String ReserveFields_executableHint;
    public static String ReserveFields_handOver;
    public static String ReserveFields_note;
    public static String ReserveFields_range;
    public static String ReserveFields_rangeTooltip;
    public static String ReserveForm_badExecutable;
    public static String ReserveForm_noPort;
    public static String ReserveForm_onAll;
    public static String ReserveForm_sentence;
    public static String ServerFields_mode;
    public static String ServerFields_runs;
    public static String ServerForm_blackhole;
    public static String ServerForm_discard;
    public static String ServerForm_echo;
    public static String ServerForm_httpOk;
    public static String ServerForm_noPort;
    public static String ServerForm_reachedByAll;
    public static String ServerForm_reachedFromHere;
    public static String ServerForm_reset;
    public static String ServerForm_sentence;
    public static String address;
    public static String addressHint;
    public static String port;
    public static String portHint;
    public static String protocol;
    public static String tcpOnly;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
