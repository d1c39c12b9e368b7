// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String PastSnapshot_lastSeen;
    public static String PastSnapshot_notWatched;
    public static String PastSnapshot_others;
    public static String PastSnapshot_sockets;
    public static String PastSnapshot_states;
    public static String PastSnapshot_uncertain;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
