// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {
    public static String PartColumns_pid;
    public static String PartColumns_place;
    public static String PartColumns_process;
    public static String PartColumns_protocol;
    public static String PartColumns_result;
    public static String PartColumns_time;
    public static String PartColumns_what;
    public static String RevertHandler_job;
    public static String RevertHandler_question;
    public static String RevertHandler_questionOne;
    public static String RevertHandler_questionRuns;
    public static String RevertHandler_revert;
    public static String RevertHandler_title;
    public static String RunColumns_changes;
    public static String RunColumns_command;
    public static String RunColumns_exit;
    public static String RunColumns_id;
    public static String RunColumns_kind;
    public static String RunColumns_left;
    public static String RunColumns_notReverted;
    public static String RunColumns_opened;
    public static String RunColumns_record;
    public static String RunColumns_started;
    public static String RunColumns_state;
    public static String RunColumns_took;
    public static String RunException_files;
    public static String RunException_left;
    public static String RunPane_cut;
    public static String RunPane_empty;
    public static String RunPane_exact;
    public static String RunPane_filterExamples;
    public static String RunPane_filterHint;
    public static String RunPane_noMatch;
    public static String RunPane_none;
    public static String RunPane_notSeen;
    public static String RunPane_reverted;
    public static String RunPane_runs;
    public static String RunPart_ended;
    public static String RunPart_failed;
    public static String RunPart_left;
    public static String RunPart_reverted;
    public static String RunPart_there;
    public static String RunPart_unknown;
    public static String TestRunList_incomplete;
    public static String TestRunsView_empty;
    public static String TestRunsView_filterExamples;
    public static String TestRunsView_filterHint;
    public static String TestRunsView_loading;
    public static String TestRunsView_many;
    public static String TestRunsView_noMatch;
    public static String TestRunsView_one;
    public static String cancel;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
