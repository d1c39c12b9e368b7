// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String LookPreferencePage_description;
    public static String LookPreferencePage_highlight;
    public static String LookPreferencePage_icons;
    public static String LookPreferencePage_marks;
    public static String LookPreferencePage_seconds;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
