// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String Lifetime_eightHours;
    public static String Lifetime_fiveMinutes;
    public static String Lifetime_halfAnHour;
    public static String Lifetime_oneDay;
    public static String Lifetime_oneHour;
    public static String Lifetime_oneMinute;
    public static String Lifetime_untilStopped;
    public static String ModeText_blackhole;
    public static String ModeText_discard;
    public static String ModeText_echo;
    public static String ModeText_httpOk;
    public static String ModeText_reset;
    public static String ServerFields_mode;
    public static String ServerFields_runs;
    public static String ServerFields_start;
    public static String ServerFields_title;
    public static String ServerForm_blackhole;
    public static String ServerForm_discard;
    public static String ServerForm_echo;
    public static String ServerForm_httpOk;
    public static String ServerForm_noPort;
    public static String ServerForm_reachedByAll;
    public static String ServerForm_reachedFromHere;
    public static String ServerForm_reset;
    public static String ServerForm_sentence;
    public static String tcpOnly;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
