// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String BlockDialog_asking;
    public static String BlockDialog_block;
    public static String BlockDialog_commandsNeedRights;
    public static String BlockDialog_copy;
    public static String BlockDialog_denied;
    public static String BlockDialog_deniedToRoot;
    public static String BlockDialog_hideCommands;
    public static String BlockDialog_message;
    public static String BlockDialog_showCommands;
    public static String BlockDialog_title;
    public static String BlockFields_all;
    public static String BlockFields_also;
    public static String BlockFields_controlGroup;
    public static String BlockFields_cutExisting;
    public static String BlockFields_direction;
    public static String BlockFields_lasts;
    public static String BlockFields_loopback;
    public static String BlockFields_minutes;
    public static String BlockFields_ports;
    public static String BlockFields_portsHint;
    public static String BlockFields_program;
    public static String BlockFields_protocol;
    public static String BlockFields_reason;
    public static String BlockFields_verdict;
    public static String BlockForm_backwards;
    public static String BlockForm_badControlGroup;
    public static String BlockForm_badMinutes;
    public static String BlockForm_badPorts;
    public static String BlockForm_badProgram;
    public static String BlockForm_noPorts;
    public static String BlockSentence_after;
    public static String BlockSentence_allTcp;
    public static String BlockSentence_both;
    public static String BlockSentence_bothLoopback;
    public static String BlockSentence_controlGroup;
    public static String BlockSentence_cut;
    public static String BlockSentence_drop;
    public static String BlockSentence_exchanges;
    public static String BlockSentence_inbound;
    public static String BlockSentence_inboundLoopback;
    public static String BlockSentence_newTcp;
    public static String BlockSentence_outbound;
    public static String BlockSentence_outboundLoopback;
    public static String BlockSentence_port;
    public static String BlockSentence_ports;
    public static String BlockSentence_program;
    public static String BlockSentence_reject;
    public static String BlockSentence_sentence;
    public static String BlockSentence_spared;
    public static String BlockSentence_udp;
    public static String BlockSentence_untilRestart;
    public static String BlockSentence_untilUnblocked;
    public static String CautionText_answers;
    public static String CautionText_manyPorts;
    public static String CautionText_remoteAccess;
    public static String CautionText_remoteAccessOf;
    public static String ChoiceText_after;
    public static String ChoiceText_both;
    public static String ChoiceText_drop;
    public static String ChoiceText_inbound;
    public static String ChoiceText_outbound;
    public static String ChoiceText_reject;
    public static String ChoiceText_tcp;
    public static String ChoiceText_udp;
    public static String ChoiceText_untilRestart;
    public static String ChoiceText_untilUnblocked;
    public static String CommandText_none;
    public static String Offer_cannot;
    public static String Offer_cutExisting;
    public static String Offer_drop;
    public static String Offer_loopback;
    public static String Offer_outbound;
    public static String Offer_perControlGroup;
    public static String Offer_perProgram;
    public static String Offer_reject;
    public static String Offer_spareExisting;
    public static String PlanPane_commands;
    public static String PlanPane_title;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
