// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.testrun.Opened;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Errno;
import org.portio.trace.SocketCall;

/** Writes down the calls of a run, and lets them proceed. Called by the one thread that answers, and asked by any. */
public final class CallRecorder implements CallHandler {

    private static final long NAME_LASTS_NANOS = 50_000_000;
    private static final int MOST_NAMES = 1000;

    /** The name of a process, which changes when it runs another program. */
    private record Name(String text, long readAt) {}

    private final int most;
    private final List<Opened> calls = new ArrayList<>();
    private final Map<Integer, Name> names = new HashMap<>();
    private long dropped;

    /** @param most the number of calls that are kept */
    public CallRecorder(int most) {
        this.most = most;
    }

    /** Lets no program open anything by io_uring, past the door; most fall back to ordinary calls. */
    @Override
    public Answer asked(SocketCall call) {
        return switch (call.kind()) {
            case IO_URING -> new Answer.Refuse(Errno.EPERM);
            case BIND, LISTEN, CONNECT, ACCEPT -> Answer.PROCEED;
        };
    }

    @Override
    public void done(SocketCall call, int errno, InetSocketAddress bound) {
        // What comes in (ACCEPT) was opened by somebody else.
        if (call.kind() == CallKind.BIND) {
            keep(call, Opened.Kind.BIND, errno, bound == null ? call.address() : bound);
        } else if (call.kind() == CallKind.LISTEN) {
            keep(call, Opened.Kind.LISTEN, errno, bound == null ? call.address() : bound);
        } else if (call.kind() == CallKind.CONNECT) {
            keep(call, Opened.Kind.CONNECT, errno, call.address());
        }
    }

    private synchronized void keep(SocketCall call, Opened.Kind kind, int errno, InetSocketAddress address) {
        if (call.protocol() == null) {
            // A socket of the file system, or of the kernel.
            return;
        }
        if (calls.size() >= most) {
            dropped++;
            return;
        }
        String host = address == null || address.getAddress() == null
                ? ""
                : address.getAddress().getHostAddress();
        calls.add(new Opened(
                call.time(),
                kind,
                call.pid(),
                name(call.pid()),
                call.protocol(),
                host,
                address == null ? 0 : address.getPort(),
                errno));
    }

    private String name(int pid) {
        long now = System.nanoTime();
        Name known = names.get(pid);
        if (known != null && now - known.readAt() < NAME_LASTS_NANOS) {
            return known.text();
        }
        if (names.size() >= MOST_NAMES) {
            names.clear();
        }
        String text = read(pid);
        names.put(pid, new Name(text, now));
        return text;
    }

    private static String read(int pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /** Returns those that were kept. */
    public synchronized List<Opened> calls() {
        return List.copyOf(calls);
    }

    /** Returns how many there were besides. */
    public synchronized long dropped() {
        return dropped;
    }
}
