// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import java.io.IOException;

/** Sockets of one moment, by the numbers that the kernel has for them. */
public interface SocketIds {

    int count();

    /** Returns how many of them, the last ones, are the last ones of the reading before, as they were then. */
    int kept();

    /**
     * Inode of the socket's descriptor; 0 if no process holds one. The kernel counts them in 32 bits, and then begins
     * again without checking which are still in use.
     */
    int inode(int record);

    /** Returns whether it waits for connections, as nobody does for a moment only. */
    boolean isListener(int record);

    /** Returns the kernel's own number of the socket, never given out again. */
    long cookie(int record);

    /** Returns whom it belongs to. */
    long uid(int record);

    boolean isTcp(int record);

    /** Returns its local port if it takes connections or packets in this process's own network namespace; -1 if not. */
    int ownPort(int record);

    /** Asks the kernel again: the cookies of the sockets that it has at this moment, ascending. */
    long[] cookiesNow() throws IOException;
}
