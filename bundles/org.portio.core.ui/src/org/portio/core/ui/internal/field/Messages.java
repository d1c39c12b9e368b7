// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.field;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
public final class Messages extends NLS {

    public static String ConnectionGroupings_group;
    public static String ConnectionGroupings_noGroup;
    public static String ConnectionGroupings_noProcess;
    public static String ConnectionGroupings_noRemote;
    public static String ConnectionGroupings_noUser;
    public static String ConnectionGroupings_process;
    public static String ConnectionGroupings_remote;
    public static String ConnectionGroupings_state;
    public static String ConnectionGroupings_user;
    public static String FieldText_no;
    public static String FieldText_yes;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
