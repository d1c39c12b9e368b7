// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this bundle that users see. */
public final class Messages extends NLS {

    public static String ConnectionColumns_controlGroup;
    public static String ConnectionColumns_family;
    public static String ConnectionColumns_inode;
    public static String ConnectionColumns_localAddress;
    public static String ConnectionColumns_localPort;
    public static String ConnectionColumns_interface;
    public static String ConnectionColumns_namespace;
    public static String ConnectionColumns_protocol;
    public static String ConnectionColumns_receiveQueue;
    public static String ConnectionColumns_remoteAddress;
    public static String ConnectionColumns_remotePort;
    public static String ConnectionColumns_sendQueue;
    public static String ConnectionColumns_service;
    public static String ConnectionColumns_state;
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
    public static String OwnerColumns_commandLine;
    public static String OwnerColumns_executable;
    public static String OwnerColumns_kernel;
    public static String OwnerColumns_parentPid;
    public static String OwnerColumns_pid;
    public static String OwnerColumns_process;
    public static String OwnerColumns_started;
    public static String OwnerColumns_user;
    public static String OwnerColumns_userId;
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
