// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.osgi.util.NLS;

/** Texts of the help. */
public final class Messages extends NLS {

    public static String ContentsTree_contents;
    public static String ContentsTree_nothing;
    public static String ContentsTree_search;
    public static String ContentsTree_sectionOfPage;
    public static String HelpFiles_missing;
    public static String HelpPane_page;
    public static String HelpQuickAccess_found;
    public static String HelpView_back;
    public static String HelpView_forward;
    public static String HelpWindow_title;
    public static String KeyTable_command;
    public static String KeyTable_key;
    public static String WelcomeView_page;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
