// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.osgi.util.NLS;

/** Texts of the workbench itself. */
final class Messages extends NLS {

    public static String Application_alreadyRunning;
    public static String Application_cannotStart;
    public static String Application_cannotWriteState;
    public static String PortioWindow_title;
    public static String PortioWindow_titleOf;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
