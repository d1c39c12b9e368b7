// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String CloseConversation_close;
    public static String CloseConversation_closing;
    public static String CloseConversation_looking;
    public static String CloseConversation_none;
    public static String CloseConversation_title;
    public static String Closing_done;
    public static String Closing_doneOne;
    public static String Closing_ends;
    public static String Closing_failed;
    public static String Closing_failedOne;
    public static String Closing_gone;
    public static String Closing_goneOne;
    public static String Closing_hidden;
    public static String Closing_more;
    public static String Closing_owned;
    public static String Closing_question;
    public static String Closing_questionOne;
    public static String Closing_questionOrphan;
    public static String Closing_questionOver;
    public static String Closing_questionOverOne;
    public static String EndConversation_ending;
    public static String EndConversation_force;
    public static String EndConversation_forceAll;
    public static String EndConversation_leave;
    public static String EndConversation_leaveAll;
    public static String EndConversation_looking;
    public static String EndDialog_ask;
    public static String EndDialog_askAll;
    public static String EndDialog_end;
    public static String EndDialog_endAll;
    public static String EndDialog_force;
    public static String EndDialog_forceAll;
    public static String EndDialog_handed;
    public static String EndDialog_handedOne;
    public static String EndDialog_heading;
    public static String EndDialog_how;
    public static String EndDialog_message;
    public static String EndDialog_messagePort;
    public static String EndDialog_never;
    public static String EndDialog_neverOne;
    public static String EndDialog_title;
    public static String EndReport_ended;
    public static String EndReport_endedSo;
    public static String EndReport_free;
    public static String EndReport_gone;
    public static String EndReport_leftovers;
    public static String EndReport_notEnded;
    public static String EndReport_portLeft;
    public static String EndReport_stillRuns;
    public static String EndReport_stuck;
    public static String EndReport_taken;
    public static String EndTarget_several;
    public static String GroupReport_ended;
    public static String GroupReport_force;
    public static String GroupReport_free;
    public static String GroupReport_notEnded;
    public static String GroupReport_stillRuns;
    public static String GroupReport_taken;
    public static String ImpactTable_name;
    public static String ImpactText_children;
    public static String ImpactText_childrenStay;
    public static String ImpactText_clients;
    public static String ImpactText_commandLine;
    public static String ImpactText_hits;
    public static String ImpactText_more;
    public static String ImpactText_none;
    public static String ImpactText_oneClient;
    public static String ImpactText_ports;
    public static String ImpactText_process;
    public static String ImpactText_severalClients;
    public static String ImpactText_started;
    public static String ImpactText_state;
    public static String ImpactText_user;
    public static String PortName_hidden;
    public static String PortName_hiddenWhy;
    public static String PortName_kernel;
    public static String PortName_kernelUse;
    public static String PortName_nobody;
    public static String PortName_otherUser;
    public static String PortName_outside;
    public static String WaitDialog_waiting;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
