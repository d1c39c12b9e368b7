// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.portio.core.kernel.Syscalls;

/** Walks {@code /proc} with reused buffers: which processes there are, and which sockets their descriptors are. */
public final class ProcFs implements ProcessTable {

    private static final byte[] ROOT = {'/', 'p', 'r', 'o', 'c', 0};
    private static final byte[] LOAD = {'/', 'p', 'r', 'o', 'c', '/', 'l', 'o', 'a', 'd', 'a', 'v', 'g', 0};
    private static final byte[] FD = {'/', 'f', 'd', 0};
    private static final byte[] TASK = {'/', 't', 'a', 's', 'k', 0};
    private static final byte[] SOCKET_LINK = {'s', 'o', 'c', 'k', 'e', 't', ':', '['};
    /** The same in one number, as it lies in memory: to compare byte by byte is felt in a command's first scan. */
    private static final long SOCKET_LINK_WORD =
            ByteBuffer.wrap(SOCKET_LINK).order(ByteOrder.nativeOrder()).getLong();

    private static final int PATH = 64;
    private static final int ENTRIES = 1 << 16;
    private static final int STAT = 144;
    private static final int STAT_INODE = 8;
    private static final int STAT_SIZE = 48;
    private static final int STAT_LINKS_X86 = 16;
    private static final int STAT_LINKS_ARM = 20;
    /** The kernel counts one for each thread beside those that each directory has; to list costs four times as much. */
    private static final int LINKS_OF_ONE_THREAD = 3;

    private static final int ENTRY_LENGTH = 16;
    private static final int ENTRY_NAME = 19;
    private static final int KCMP_FILES = 2;
    private static final int[] NONE = {};

    private final Syscalls kernel = new Syscalls();
    private final Arena arena = Arena.ofAuto();
    private final MemorySegment pathMemory = arena.allocate(PATH, 8);
    private final MemorySegment linkMemory = arena.allocate(PATH, 8);
    private final MemorySegment statMemory = arena.allocate(STAT, 8);
    private final MemorySegment entryMemory = arena.allocate(ENTRIES, 8);
    private final ByteBuffer path = buffer(pathMemory);
    private final ByteBuffer link = buffer(linkMemory);
    private final ByteBuffer stat = buffer(statMemory);
    private final ByteBuffer entries = buffer(entryMemory);
    private int[] found = new int[64];
    private int count;
    private boolean denied;

    private static ByteBuffer buffer(MemorySegment memory) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public long ownUser() {
        return kernel.call(Syscalls.GETEUID, 0, 0, 0, 0);
    }

    @Override
    public long newestPid() {
        path.clear().put(LOAD);
        long file = open(Syscalls.O_CLOEXEC);
        long end = file < 0 ? 0 : kernel.call(Syscalls.READ, file, linkMemory.address(), PATH - 1, 0);
        close(file);
        int at = (int) Math.max(0, end);
        link.put(at, (byte) 0);
        while (at > 0 && link.get(at - 1) != ' ') {
            at--;
        }
        return number(link, at);
    }

    @Override
    public void pids(IntConsumer sink) {
        path.clear().put(ROOT);
        long directory = open(Syscalls.O_DIRECTORY_CLOEXEC);
        if (directory >= 0) {
            list(directory, nameAt -> sink.accept(number(entries, nameAt)));
            close(directory);
        }
    }

    @Override
    public Stamp stamp(int pid) {
        pathTo(pid, FD);
        return stat() < 0 ? null : new Stamp(stat.getLong(STAT_INODE), stat.getLong(STAT_SIZE));
    }

    @Override
    public int[] threads(int pid) {
        pathTo(pid, TASK);
        if (stat() >= 0 && links() == LINKS_OF_ONE_THREAD) {
            return new int[] {pid};
        }
        long directory = open(Syscalls.O_DIRECTORY_CLOEXEC);
        if (directory < 0) {
            return NONE;
        }
        count = 0;
        list(directory, nameAt -> add(number(entries, nameAt)));
        close(directory);
        return Arrays.copyOf(found, count);
    }

    /** A sandbox may forbid the comparison; then two tables with the same sockets are as good as one. */
    @Override
    public boolean shareDescriptors(int thread, int other) {
        long order = kernel.call(Syscalls.KCMP, thread, other, KCMP_FILES, 0);
        if (order >= 0) {
            return order == 0;
        }
        int[] sockets = sockets(other);
        return sockets == null || sockets.length == 0 || Arrays.equals(sockets, sockets(thread));
    }

    @Override
    public int[] sockets(int pid) {
        pathTo(pid, FD);
        long directory = open(Syscalls.O_DIRECTORY_CLOEXEC);
        if (directory < 0) {
            return kernel.errno() == Syscalls.ENOENT ? NONE : null;
        }
        count = 0;
        denied = false;
        list(directory, nameAt -> addIfSocket(directory, nameAt));
        close(directory);
        return denied ? null : sortedOnce();
    }

    /** Returns what was found, each once: a descriptor may have been duplicated, and the socket is the same. */
    private int[] sortedOnce() {
        if (count == 0) {
            return NONE;
        }
        Arrays.sort(found, 0, count);
        int kept = 1;
        for (int i = 1; i < count; i++) {
            if (found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }

    private void addIfSocket(long directory, int nameAt) {
        if (denied) {
            return;
        }
        long length = kernel.call(
                Syscalls.READLINKAT, directory, entryMemory.address() + nameAt, linkMemory.address(), PATH - 1);
        // The directory may be listed by more users than the descriptors in it may be read by.
        denied = length < 0 && kernel.errno() != Syscalls.ENOENT;
        if (length > SOCKET_LINK.length && link.getLong(0) == SOCKET_LINK_WORD) {
            link.put((int) length, (byte) 0);
            add(number(link, SOCKET_LINK.length));
        }
    }

    private void add(int inode) {
        if (count == found.length) {
            found = Arrays.copyOf(found, 2 * found.length);
        }
        found[count++] = inode;
    }

    private void pathTo(int pid, byte[] entry) {
        path.clear().put(ROOT, 0, ROOT.length - 1).put((byte) '/');
        int divisor = 1;
        while (pid / divisor >= 10) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            path.put((byte) ('0' + pid / divisor % 10));
        }
        path.put(entry);
    }

    private long stat() {
        return kernel.call(Syscalls.NEWFSTATAT, Syscalls.AT_FDCWD, pathMemory.address(), statMemory.address(), 0);
    }

    /** Returns the number of links of what {@link #stat()} looked at, at its place in this processor's structure. */
    private int links() {
        return Syscalls.X86 ? (int) stat.getLong(STAT_LINKS_X86) : stat.getInt(STAT_LINKS_ARM);
    }

    private long open(int flags) {
        return kernel.call(Syscalls.OPENAT, Syscalls.AT_FDCWD, pathMemory.address(), flags, 0);
    }

    private void close(long descriptor) {
        kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
    }

    /** Passes on the position in {@link #entries} of each name that is a number. */
    private void list(long directory, IntConsumer sink) {
        while (true) {
            long end = kernel.call(Syscalls.GETDENTS64, directory, entryMemory.address(), ENTRIES, 0);
            if (end <= 0) {
                return;
            }
            for (int at = 0; at < end; at += Short.toUnsignedInt(entries.getShort(at + ENTRY_LENGTH))) {
                int name = at + ENTRY_NAME;
                if (isDigit(entries.get(name))) {
                    sink.accept(name);
                }
            }
        }
    }

    /** Returns the decimal number at this place; a socket's inode may fill all 32 bits, and then is negative here. */
    private static int number(ByteBuffer text, int at) {
        int number = 0;
        for (int i = at; isDigit(text.get(i)); i++) {
            number = 10 * number + text.get(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
