// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.portio.core.linux.internal.owner.ProcessTable;
import org.portio.core.process.ProcessReader;
import org.portio.core.process.UserNames;

/** Processes that a test makes up, with their sockets; {@link ProcessReader} reads them from a directory. */
public final class FakeProcesses implements ProcessTable {

    private record Fake(Stamp stamp, int[] sockets) {}

    private final Path proc;
    private final Map<Integer, Fake> living = new ConcurrentSkipListMap<>();
    /** Threads with descriptors of their own, and the process of each. */
    private final Map<Integer, Fake> apart = new ConcurrentSkipListMap<>();

    private final Map<Integer, Integer> threads = new ConcurrentSkipListMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private long lastInode;
    private long lastStart = 12345;
    private long newestPid;
    private long user;
    /** Fails each look on another thread than this one; only full scans have such looks. */
    private volatile Thread onlyThread;

    public FakeProcesses(Path proc) {
        this.proc = proc;
    }

    public ProcessReader reader() {
        return new ProcessReader(proc, UserNames.ofSystem());
    }

    /** Begins a process; a previous one with this PID has ended. Null stands for sockets that may not be read. */
    public void start(int pid, String name, int... sockets) throws IOException {
        Path directory = Files.createDirectories(proc.resolve(String.valueOf(pid)));
        Files.writeString(
                directory.resolve("stat"),
                pid + " (" + name + ") S 1 1 1 0 -1 0 1 0 0 0 0 0 0 0 20 0 1 0 " + ++lastStart + " 1 2\n");
        living.put(pid, new Fake(new Stamp(++lastInode, 5), sockets));
        newestPid = pid;
    }

    /** Replaces the sockets of a process with others: the number of descriptors stays the same. */
    public void exchange(int pid, int... sockets) {
        living.computeIfPresent(pid, (_, fake) -> new Fake(fake.stamp(), sockets));
    }

    /** Returns how often a process was looked into since this was last called. */
    public int looks() {
        return looks.getAndSet(0);
    }

    public void failOnOtherThreads(boolean fail) {
        onlyThread = fail ? Thread.currentThread() : null;
    }

    /** Begins a thread of the process that has descriptors of its own. */
    public void startThread(int pid, int thread, int... sockets) {
        threads.put(thread, pid);
        apart.put(thread, new Fake(new Stamp(++lastInode, 5), sockets));
        newestPid = thread;
    }

    public void endThread(int thread) {
        threads.remove(thread);
        apart.remove(thread);
    }

    /** Sets the user who looks into the processes; root if this is never called. */
    public void lookAs(long uid) {
        user = uid;
    }

    @Override
    public long ownUser() {
        return user;
    }

    @Override
    public int[] threads(int pid) {
        return IntStream.concat(
                        IntStream.of(pid),
                        threads.keySet().stream()
                                .mapToInt(thread -> thread)
                                .filter(thread -> threads.get(thread) == pid))
                .toArray();
    }

    @Override
    public boolean shareDescriptors(int thread, int other) {
        return fake(thread) == fake(other);
    }

    private Fake fake(int id) {
        return apart.getOrDefault(id, living.get(id));
    }

    @Override
    public long newestPid() {
        return newestPid;
    }

    @Override
    public void pids(IntConsumer sink) {
        living.keySet().forEach(sink::accept);
    }

    @Override
    public Stamp stamp(int pid) {
        Fake fake = fake(pid);
        return fake == null ? null : fake.stamp();
    }

    @Override
    public int[] sockets(int pid) {
        if (onlyThread != null && Thread.currentThread() != onlyThread) {
            throw new IllegalStateException("as the test wants it");
        }
        looks.incrementAndGet();
        return fake(pid).sockets();
    }
}
