// SPDX-License-Identifier: EPL-2.0
package org.portio.app.preferences;

import org.eclipse.osgi.util.NLS;

/** Texts about preferences in files. */
public final class Messages extends NLS {

    public static String ExportPreferences_done;
    public static String ExportPreferences_failed;
    public static String ExportPreferences_name;
    public static String ExportPreferences_title;
    public static String ImportPreferences_done;
    public static String ImportPreferences_failed;
    public static String ImportPreferences_title;
    public static String PreferenceFile_filter;
    public static String PreferenceFile_notOne;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
