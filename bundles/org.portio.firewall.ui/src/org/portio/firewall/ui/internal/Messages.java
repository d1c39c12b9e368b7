// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String BackendInfo_absent;
    public static String BackendInfo_noPermission;
    public static String BackendList_fails;
    public static String BackendList_line;
    public static String BlockColumns_active;
    public static String BlockColumns_age;
    public static String BlockColumns_atRestart;
    public static String BlockColumns_backend;
    public static String BlockColumns_controlGroup;
    public static String BlockColumns_direction;
    public static String BlockColumns_expires;
    public static String BlockColumns_hits;
    public static String BlockColumns_missing;
    public static String BlockColumns_overridden;
    public static String BlockColumns_orphaned;
    public static String BlockColumns_unverified;
    public static String BlockColumns_ports;
    public static String BlockColumns_program;
    public static String BlockColumns_protocol;
    public static String BlockColumns_reason;
    public static String BlockColumns_state;
    public static String BlockColumns_user;
    public static String BlockColumns_verdict;
    public static String BlockList_noFirewall;
    public static String BlockNotices_ended;
    public static String BlockPortHandler_force;
    public static String BlockPortHandler_job;
    public static String FirewallActions_block;
    public static String FirewallActions_blockOutbound;
    public static String FirewallActions_otherNamespace;
    public static String FirewallActions_unblock;
    public static String FirewallActions_unblockRange;
    public static String FirewallColumn_blocked;
    public static String FirewallColumn_missing;
    public static String FirewallColumn_overridden;
    public static String FirewallColumn_onlyNew;
    public static String FirewallColumn_open;
    public static String FirewallColumn_otherRule;
    public static String FirewallColumn_tipBlocked;
    public static String FirewallColumn_tipBlockedByPortio;
    public static String FirewallColumn_tipFamilies;
    public static String FirewallColumn_tipMissing;
    public static String FirewallColumn_tipOverridden;
    public static String FirewallColumn_tipNamespace;
    public static String FirewallColumn_tipNoPackets;
    public static String FirewallColumn_tipNotAsked;
    public static String FirewallColumn_tipOnlyNew;
    public static String FirewallColumn_tipOpenConnected;
    public static String FirewallColumn_tipOpenElsewhere;
    public static String FirewallColumn_tipOpenHere;
    public static String FirewallColumn_tipTurned;
    public static String FirewallColumn_tipUnknown;
    public static String FirewallColumn_title;
    public static String FirewallColumn_turned;
    public static String FirewallNote_healed;
    public static String FirewallPreferencePage_asking;
    public static String FirewallPreferencePage_automatic;
    public static String FirewallPreferencePage_backend;
    public static String FirewallPreferencePage_confirmation;
    public static String FirewallPreferencePage_description;
    public static String FirewallPreferencePage_drop;
    public static String FirewallPreferencePage_noBackend;
    public static String FirewallPreferencePage_reject;
    public static String FirewallPreferencePage_verdict;
    public static String FirewallView_empty;
    public static String FirewallView_filterExamples;
    public static String FirewallView_filterHint;
    public static String FirewallView_loading;
    public static String FirewallView_many;
    public static String FirewallView_noMatch;
    public static String FirewallView_past;
    public static String FirewallView_one;
    public static String UnblockAllHandler_job;
    public static String UnblockAllHandler_none;
    public static String Unblocking_copy;
    public static String Unblocking_denied;
    public static String Unblocking_force;
    public static String Unblocking_job;
    public static String Unblocking_jobOne;
    public static String Unblocking_more;
    public static String Unblocking_question;
    public static String Unblocking_questionOne;
    public static String Unblocking_title;
    public static String Unblocking_unblock;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
