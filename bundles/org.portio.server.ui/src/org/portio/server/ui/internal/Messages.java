// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String Columns_port;
    public static String Columns_protocol;
    public static String ServerActions_start;
    public static String ServerColumns_clients;
    public static String ServerColumns_ends;
    public static String ServerColumns_mode;
    public static String ServerColumns_open;
    public static String ServerColumns_received;
    public static String ServerColumns_sent;
    public static String ServerColumns_started;
    public static String ServerList_lost;
    public static String ServerList_noServers;
    public static String ServersView_empty;
    public static String ServersView_filterExamples;
    public static String ServersView_filterHint;
    public static String ServersView_loading;
    public static String ServersView_many;
    public static String ServersView_noMatch;
    public static String ServersView_one;
    public static String StartServerHandler_job;
    public static String StartServerHandler_lent;
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

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
