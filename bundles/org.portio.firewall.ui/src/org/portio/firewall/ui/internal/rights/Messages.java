// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.rights;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String PasswordDialog_ok;
    public static String PasswordDialog_password;
    public static String PasswordDialog_title;
    public static String PasswordDialog_why;
    public static String PasswordDialog_wrong;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
