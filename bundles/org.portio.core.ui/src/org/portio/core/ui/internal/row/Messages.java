// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import org.eclipse.osgi.util.NLS;

/** Texts from {@code messages.properties}. */
final class Messages extends NLS {

    public static String CopyTextHandler_copied;
    public static String FileLocationHandler_job;
    public static String FileLocationHandler_noFolder;
    public static String FileLocationHandler_noProgram;
    public static String FileLocationHandler_title;
    public static String NameText_askingMany;
    public static String NameText_askingOne;
    public static String NameText_many;
    public static String NameText_name;
    public static String NameText_noAnswer;
    public static String NameText_noName;
    public static String RowReasons_closed;
    public static String RowReasons_hiddenProcess;
    public static String RowReasons_noExecutable;
    public static String RowReasons_noName;
    public static String RowReasons_noProcess;
    public static String RowReasons_noRow;
    public static String RowReasons_noServer;
    public static String RowReasons_notConnected;
    public static String RowReasons_notTcp;
    public static String RowReasons_oneRow;
    public static String RowReasons_otherMachine;
    public static String RowReasons_otherNamespace;
    public static String RowReasons_severalExecutables;
    public static String RowReasons_tooMany;
    public static String RowReasons_tooManyAddresses;
    public static String WebHandler_copied;
    public static String WebHandler_job;
    public static String WebHandler_noBrowser;
    public static String WebHandler_noServer;
    public static String WebHandler_opened;
    public static String WebHandler_title;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
