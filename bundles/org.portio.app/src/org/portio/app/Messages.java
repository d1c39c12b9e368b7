// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.osgi.util.NLS;

/** Texts of the workbench itself. */
public final class Messages extends NLS {

    public static String Application_cannotStart;
    public static String Application_cannotWriteState;
    public static String Application_noAnswer;
    public static String DetachedTitles_title;
    public static String FaultyServices_kept;
    public static String FaultyServices_late;
    public static String FaultyServices_leftOut;
    public static String FaultyServices_many;
    public static String FaultyServices_name;
    public static String FaultyServices_null;
    public static String FaultyServices_one;
    public static String LastEnd_crashed;
    public static String LastEnd_killed;
    public static String LastEnd_notKnown;
    public static String LastEnd_title;
    public static String LastEnd_whatToDo;
    public static String LeftOut_failed;
    public static String LeftOut_message;
    public static String LeftOut_title;
    public static String LeftOut_unusable;
    public static String PortioWindow_title;
    public static String PortioWindow_titleOf;
    public static String PortioWindow_titleOfPerspective;
    public static String RunningWindow_noAnswers;
    public static String StopSignal_notClosed;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
