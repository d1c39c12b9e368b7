// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.List;
import org.portio.core.ProcessInfo;
import org.portio.core.linux.internal.owner.ProcessTable.Stamp;
import org.portio.core.process.ProcessReader;

/** A process with the sockets that it was seen to hold; or of one, a thread that has descriptors of its own. */
final class HeldProcess {

    private static final int[] NONE = {};

    private final int pid;
    private final int owner;
    private final ProcessReader reader;
    private final ProcessTable table;
    private final Holding alone = new Holding(List.of(this));
    private Stamp stamp;
    private int[] sockets = NONE;
    private boolean readable = true;
    private ProcessInfo info;
    private int seenInRound;
    private int lookedAtInRound;

    HeldProcess(int pid, ProcessReader reader, ProcessTable table) {
        this(pid, pid, reader, table);
    }

    /** A thread, by its id, of the process with the pid {@code owner}. */
    HeldProcess(int thread, int owner, ProcessReader reader, ProcessTable table) {
        this.pid = thread;
        this.owner = owner;
        this.reader = reader;
        this.table = table;
    }

    /** Returns its pid, or the id of the thread. */
    int pid() {
        return pid;
    }

    /** Pid of the process that it is, or that the thread is of. */
    int owner() {
        return owner;
    }

    boolean isThread() {
        return pid != owner;
    }

    /** Returns the holding of the sockets that no other process shares. */
    Holding alone() {
        return alone;
    }

    /** Read when the first row asks for it: most processes hold no socket that is shown. */
    ProcessInfo info() {
        if (info == null) {
            info = read();
        }
        return info;
    }

    private ProcessInfo read() {
        ProcessInfo now = reader.read(owner);
        Stamp stampNow = table.stamp(pid);
        // Since its sockets were looked at, it may have ended and left its pid to another process.
        return stampNow == null || isSame(stampNow) ? now : ProcessReader.ended(owner);
    }

    /** Returns whether some row shows it as an owner. */
    boolean isShown() {
        return info != null;
    }

    /** Returns whether it had ended, or its pid was given out again, when it was asked what program it is. */
    boolean hasEnded() {
        return info().equals(ProcessReader.ended(owner));
    }

    /** Looks again what program it is, if that was asked before. True if it has changed. */
    boolean refreshInfo() {
        if (info == null) {
            return false;
        }
        ProcessInfo now = read();
        boolean changed = !now.equals(info);
        if (changed) {
            info = now;
            alone.forgetOwners();
        }
        return changed;
    }

    /** Returns false if the pid has meanwhile been given to another process. */
    boolean isSame(Stamp now) {
        return stamp == null || stamp.inode() == now.inode();
    }

    Stamp stamp() {
        return stamp;
    }

    int[] sockets() {
        return sockets;
    }

    boolean isReadable() {
        return readable;
    }

    /** Remembers the outcome of a look at its descriptors: null for sockets that may not be read. */
    void remember(Stamp newStamp, int[] newSockets, int round) {
        stamp = newStamp;
        lookedAtInRound = round;
        readable = newSockets != null;
        sockets = readable ? newSockets : NONE;
    }

    /** Forgets what it holds, so that it is read again. */
    void forgetSockets() {
        sockets = NONE;
    }

    int lookedAtInRound() {
        return lookedAtInRound;
    }

    int seenInRound() {
        return seenInRound;
    }

    void seenIn(int round) {
        seenInRound = round;
    }
}
