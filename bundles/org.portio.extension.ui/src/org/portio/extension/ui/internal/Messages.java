// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle that users see. */
public final class Messages extends NLS {
    public static String ExtensionColumns_brings;
    public static String ExtensionColumns_file;
    public static String ExtensionColumns_folder;
    public static String ExtensionColumns_name;
    public static String ExtensionColumns_reason;
    public static String ExtensionColumns_signed;
    public static String ExtensionColumns_state;
    public static String ExtensionColumns_vendor;
    public static String ExtensionColumns_version;
    public static String ExtensionList_none;
    public static String ExtensionsView_brings;
    public static String ExtensionsView_details;
    public static String ExtensionsView_empty;
    public static String ExtensionsView_failed;
    public static String ExtensionsView_filterExamples;
    public static String ExtensionsView_filterHint;
    public static String ExtensionsView_installOne;
    public static String ExtensionsView_loading;
    public static String ExtensionsView_many;
    public static String ExtensionsView_noMatch;
    public static String ExtensionsView_one;
    public static String ExtensionsView_selectOne;
    public static String HeldWindow_held;
    public static String InstallHandler_ask;
    public static String InstallHandler_brings;
    public static String InstallHandler_install;
    public static String InstallHandler_job;
    public static String InstallHandler_notUsed;
    public static String InstallHandler_title;
    public static String LostView_afterRestart;
    public static String LostView_failed;
    public static String LostView_notUsed;
    public static String LostView_open;
    public static String LostView_removed;
    public static String RemoveHandler_ask;
    public static String RemoveHandler_job;
    public static String RemoveHandler_remove;
    public static String RemoveHandler_title;
    public static String RestartNote_added;
    public static String RestartNote_later;
    public static String RestartNote_removed;
    public static String RestartNote_restart;
    public static String RestartNote_title;
    public static String SwitchHandler_job;
    public static String cancel;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
