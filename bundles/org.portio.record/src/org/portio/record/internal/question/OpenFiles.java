// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Files that stay open while one question is being answered, as far as there is room for them. From any thread. */
public final class OpenFiles implements AutoCloseable {

    /** Far fewer than the system lets a process have open. */
    static final int MOST = 200;

    private final Deque<Closeable> open = new ArrayDeque<>();

    /** Keeps a file open until the question has been answered; returns false if there is no room for it. */
    public synchronized boolean keep(Closeable file) {
        return open.size() < MOST && open.add(file);
    }

    @Override
    public synchronized void close() throws IOException {
        while (!open.isEmpty()) {
            open.remove().close();
        }
    }
}
