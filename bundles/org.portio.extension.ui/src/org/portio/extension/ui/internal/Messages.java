// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle that users see. */
public final class Messages extends NLS {
    public static String ExtensionColumns_brings;
    public static String ExtensionColumns_feature;
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
    public static String ExtensionsView_feature;
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
    public static String LostParts_closed;
    public static String LostView_afterRestart;
    public static String LostView_failed;
    public static String LostView_notUsed;
    public static String LostView_open;
    public static String LostView_own;
    public static String LostView_removed;
    public static String OfferPage_address;
    public static String OfferPage_archive;
    public static String OfferPage_archiveTip;
    public static String OfferPage_browse;
    public static String OfferPage_browseTip;
    public static String OfferPage_description;
    public static String OfferPage_details;
    public static String OfferPage_empty;
    public static String OfferPage_hint;
    public static String OfferPage_open;
    public static String OfferPage_title;
    public static String OfferTree_feature;
    public static String OfferTree_installed;
    public static String OfferTree_isInstalled;
    public static String OfferTree_name;
    public static String OfferTree_otherInstalled;
    public static String OfferTree_others;
    public static String OfferTree_version;
    public static String RemoveHandler_ask;
    public static String RemoveHandler_feature;
    public static String RemoveHandler_job;
    public static String RemoveHandler_one;
    public static String RemoveHandler_remove;
    public static String RemoveHandler_title;
    public static String RestartNote_added;
    public static String RestartNote_later;
    public static String RestartNote_removed;
    public static String RestartNote_restart;
    public static String RestartNote_title;
    public static String Session_none;
    public static String SoftwarePage_cancelled;
    public static String SoftwareWizard_title;
    public static String SwitchHandler_job;
    public static String TermsPage_agree;
    public static String TermsPage_brings;
    public static String TermsPage_description;
    public static String TermsPage_licence;
    public static String TermsPage_noLicence;
    public static String TermsPage_nothing;
    public static String TermsPage_parts;
    public static String TermsPage_replaces;
    public static String TermsPage_rights;
    public static String TermsPage_signed;
    public static String TermsPage_size;
    public static String TermsPage_title;
    public static String cancel;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
