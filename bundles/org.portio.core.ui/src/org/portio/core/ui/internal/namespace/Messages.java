// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import org.eclipse.osgi.util.NLS;

/** Texts of this package that users see. */
final class Messages extends NLS {

    public static String AllNamespacesHandler_all;
    public static String AllNamespacesHandler_own;
    public static String NamespaceMenu_container;
    public static String NamespaceMenu_namespace;
    public static String NamespaceMenu_oneSocket;
    public static String NamespaceMenu_sockets;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
