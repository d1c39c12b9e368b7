// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String ChoiceText_any;
    public static String ChoiceText_auto;
    public static String ChoiceText_descriptor;
    public static String ChoiceText_latch;
    public static String ChoiceText_release;
    public static String ReserveFields_browse;
    public static String ReserveFields_browseTitle;
    public static String ReserveFields_edit;
    public static String ReserveFields_editTitle;
    public static String ReserveFields_executable;
    public static String ReserveFields_executableHint;
    public static String ReserveFields_handOver;
    public static String ReserveFields_note;
    public static String ReserveFields_range;
    public static String ReserveFields_rangeTooltip;
    public static String ReserveFields_reserve;
    public static String ReserveFields_title;
    public static String ReserveForm_badExecutable;
    public static String ReserveForm_noPort;
    public static String ReserveForm_onAll;
    public static String ReserveForm_sentence;
    public static String tcpOnly;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
