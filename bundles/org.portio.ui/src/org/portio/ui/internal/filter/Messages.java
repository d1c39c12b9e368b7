// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String FilterBox_menu;
    public static String FilterBox_menuTooltip;
    public static String FilterBox_name;
    public static String FilterBox_tooltip;
    public static String FilterBox_wrong;
    public static String FilterMenu_badName;
    public static String FilterMenu_delete;
    public static String FilterMenu_forget;
    public static String FilterMenu_rename;
    public static String FilterMenu_renameMessage;
    public static String FilterMenu_renameTitle;
    public static String FilterMenu_save;
    public static String FilterMenu_saveMessage;
    public static String FilterMenu_saveTitle;
    public static String FilterMenu_saved;
    public static String FilterMenu_taken;
    public static String SavedCells_names;
    public static String SavedCells_none;
    public static String SavedCells_unknown;
    public static String SavedCells_wrong;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
