// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle that users see. */
public final class Messages extends NLS {
    public static String AddressText_all;
    public static String AddressText_title;
    public static String ColumnChooser_menuItem;
    public static String ColumnChooser_message;
    public static String ColumnChooser_title;
    public static String Confirmation_closeConnection;
    public static String Confirmation_notAgain;
    public static String Confirmation_release;
    public static String Confirmation_stopServer;
    public static String Confirmation_unblock;
    public static String FieldGrid_address;
    public static String FieldGrid_addressHint;
    public static String FieldGrid_port;
    public static String FieldGrid_portHint;
    public static String FieldGrid_protocol;
    public static String FieldGrid_tcp;
    public static String FieldGrid_udp;
    public static String Group_text;
    public static String GroupMenu_collapseAll;
    public static String GroupMenu_expandAll;
    public static String GroupMenu_none;
    public static String GroupMenu_notHere;
    public static String PortForm_anyAddress;
    public static String PortForm_badAddress;
    public static String PortForm_badPort;
    public static String PortInquiry_denied;
    public static String PortInquiry_noProgram;
    public static String PortInquiry_notLocal;
    public static String PortInquiry_taken;
    public static String PortInquiry_takenHidden;
    public static String PortInquiry_takenUnseen;
    public static String PortInquiry_unknown;
    public static String PreferencePage_compactRows;
    public static String PreferencePage_ask;
    public static String PreferencePage_description;
    public static String PreferencePage_followChanges;
    public static String PreferencePage_refreshInterval;
    public static String PreferencePage_resolveNames;
    public static String PreferencePage_seconds;
    public static String RowTable_clearFilter;
    public static String RowTable_retry;
    public static String Status_oneSocket;
    public static String Status_past;
    public static String Status_paused;
    public static String Status_refreshed;
    public static String Status_selected;
    public static String Status_shown;
    public static String Status_sockets;
    public static String TablePart_rows;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}

    /** Returns so many sockets, in words. */
    public static String sockets(int count) {
        return count == 1 ? Status_oneSocket : bind(Status_sockets, count);
    }
}
