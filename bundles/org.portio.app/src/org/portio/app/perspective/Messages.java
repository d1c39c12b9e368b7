// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.osgi.util.NLS;

/** Texts on perspectives. */
public final class Messages extends NLS {

    public static String ExportPerspective_done;
    public static String ExportPerspective_failed;
    public static String ExportPerspective_title;
    public static String ImportPerspective_cancel;
    public static String ImportPerspective_done;
    public static String ImportPerspective_renamed;
    public static String ImportPerspective_replace;
    public static String ImportPerspective_replaceButton;
    public static String ImportPerspective_title;
    public static String ImportPerspective_unusable;
    public static String ImportPerspective_without;
    public static String PerspectiveFile_filter;
    public static String PerspectiveFile_notOne;
    public static String PerspectiveFile_unreadable;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
