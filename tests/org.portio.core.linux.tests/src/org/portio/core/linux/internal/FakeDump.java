// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.stream.Stream;
import org.portio.core.linux.internal.netlink.SocketIds;

/**
 * Sockets of one moment that a test makes up.
 *
 * @param kept how many of them, the last ones, are those of the dump before
 */
public record FakeDump(int kept, Socket... sockets) implements SocketIds {

    /** Cookie of a socket that is closed while its owner is looked for. */
    public static final long GONE = 99;

    public FakeDump(Socket... sockets) {
        this(0, sockets);
    }

    /** One of them, which is root's. */
    public record Socket(int inode, long cookie, boolean isListener) {
        public Socket(int inode, long cookie) {
            this(inode, cookie, false);
        }
    }

    @Override
    public int count() {
        return sockets.length;
    }

    @Override
    public int inode(int record) {
        return sockets[record].inode();
    }

    @Override
    public long cookie(int record) {
        return sockets[record].cookie();
    }

    @Override
    public boolean isListener(int record) {
        return sockets[record].isListener();
    }

    @Override
    public long uid(int record) {
        return 0;
    }

    @Override
    public boolean isTcp(int record) {
        return sockets[record].isListener();
    }

    @Override
    public int ownPort(int record) {
        return -1;
    }

    @Override
    public long[] cookiesNow() {
        return Stream.of(sockets)
                .mapToLong(Socket::cookie)
                .filter(cookie -> cookie != GONE)
                .sorted()
                .toArray();
    }

    public int record(int inode) {
        int record = 0;
        while (inode(record) != inode) {
            record++;
        }
        return record;
    }
}
