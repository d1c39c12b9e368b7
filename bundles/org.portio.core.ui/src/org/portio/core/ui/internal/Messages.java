// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle that users see. */
public final class Messages extends NLS {

    public static String ConnectionColumns_container;
    public static String ConnectionColumns_project;
    public static String ConnectionColumns_recognized;
    public static String ConnectionColumns_service;
    public static String ConnectionColumns_unit;
    public static String ConnectionColumns_workingDirectory;
    public static String ConnectionsView_andClosed;
    public static String ConnectionsView_empty;
    public static String ConnectionsView_filterExamples;
    public static String ConnectionsView_filterHint;
    public static String ConnectionsView_loading;
    public static String ConnectionsView_noMatch;
    public static String ConnectionsView_oneSocket;
    public static String ConnectionsView_sockets;
    public static String FindBar_hint;
    public static String FindBar_notFound;
    public static String NetstatView_loading;
    public static String NetstatView_retry;
    public static String SaveAsHandler_denied;
    public static String SaveAsHandler_exists;
    public static String SaveAsHandler_failed;
    public static String SaveAsHandler_fileName;
    public static String SaveAsHandler_job;
    public static String SaveAsHandler_noFolder;
    public static String SaveOffer_all;
    public static String SaveOffer_some;
    public static String UnseenText_unseen;

    static {
        initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {}
}
