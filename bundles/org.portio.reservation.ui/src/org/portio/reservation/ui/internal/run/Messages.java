// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String OutputPane_name;
    public static String OutputPane_title;
    public static String OutputPane_unreadable;
    public static String ProgramRun_ended;
    public static String ProgramRun_running;
    public static String ProgramRun_stopped;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
