// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String DiagnoseForm_address;
    public static String DiagnoseForm_anyAddress;
    public static String DiagnoseForm_port;
    public static String DiagnoseForm_protocol;
    public static String DiagnoseForm_start;
    public static String DiagnoseInput_badAddress;
    public static String DiagnoseInput_badPort;
    public static String DiagnoseInput_noPort;
    public static String DiagnoseInput_onAddress;
    public static String DiagnoseView_again;
    public static String DiagnoseView_ask;
    public static String DiagnoseView_asked;
    public static String DiagnoseView_broken;
    public static String DiagnoseView_hint;
    public static String DiagnoseView_job;
    public static String DiagnoseView_pressEnter;
    public static String DiagnosisPane_scopes;
    public static String DiagnosisText_evidence;
    public static String DiagnosisText_inferred;
    public static String FindingLines_copy;
    public static String Headline_because;
    public static String Headline_free;
    public static String Headline_partly;
    public static String Headline_reuseOnly;
    public static String Headline_taken;
    public static String RemedyAction_close;
    public static String RemedyAction_diagnose;
    public static String RemedyAction_end;
    public static String RemedyAction_reserve;
    public static String ScopeRow_address;
    public static String ScopeRow_no;
    public static String ScopeRow_plain;
    public static String ScopeRow_reuse;
    public static String ScopeRow_why;
    public static String ScopeRow_yes;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
