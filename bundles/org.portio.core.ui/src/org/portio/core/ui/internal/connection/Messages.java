// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import org.eclipse.osgi.util.NLS;

/** Texts from {@code messages.properties}. */
final class Messages extends NLS {

    public static String FilterMenu_title;
    public static String FilterOffer_bothEnds;
    public static String FilterOffer_notProcess;
    public static String FilterOffer_notRemote;
    public static String FilterOffer_onlyPort;
    public static String FilterOffer_onlyProcess;
    public static String FilterOffer_onlyRemote;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
