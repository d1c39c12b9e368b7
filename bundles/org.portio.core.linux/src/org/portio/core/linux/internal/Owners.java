// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.portio.core.linux.internal.ProcFs.Stamp;
import org.portio.core.linux.internal.ProcessScan.Look;

/**
 * Which processes hold which socket, kept from one refresh to the next. To look into every process each time costs ten
 * times the dump itself, so only those are looked into that can have something new: processes whose number of descriptors
 * changed and new ones, then those that lost a socket, then all, until no socket is left without an owner. What even that
 * does not find is nobody's whom we may look at, and is not searched again and again.
 */
final class Owners {

    /** What no number of descriptors shows, as a socket passed on for another, is found by then. */
    private static final Duration FULL_SCAN_EVERY = Duration.ofSeconds(30);

    private final ProcessReader reader;
    private final ProcessScan scan = new ProcessScan();
    private final Map<Integer, HeldProcess> processes = new HashMap<>();
    private final IntMap<Holding> holdings = new IntMap<>();
    private final IntMap<Boolean> unowned = new IntMap<>();
    private IntMap<Boolean> shownBefore = new IntMap<>();
    private IntMap<Boolean> shownNow = new IntMap<>();
    private IntMap<Boolean> unknownBefore = new IntMap<>();
    private long newestPid;
    private CompletableFuture<List<Look>> fullScan;
    private long lastFullScan = System.nanoTime();
    private int fullScanRound;
    private int round;

    Owners(ProcessReader reader) {
        this.reader = reader;
    }

    /** Who holds the socket; null where nobody does, or nobody who may be seen. */
    Holding of(int inode) {
        return holdings.get(inode);
    }

    /** Whether there are processes whose sockets may not be seen. */
    boolean someAreHidden() {
        return processes.values().stream().anyMatch(process -> !process.isReadable());
    }

    /** Brings what is known up to date with these sockets. */
    void update(SocketRecords records) {
        round++;
        takeFullScan();
        look(changedOf(HeldProcess::isShown));
        boolean someUnknown = hasUnknown(records);
        long newest = scan.procFs().newestPid();
        if (someUnknown || newest != newestPid) {
            newestPid = newest;
            look(newProcesses());
        }
        if (someUnknown) {
            look(changedOf(process -> process.lookedAtInRound() < round));
            searchFurther(records);
        }
    }

    /**
     * Looks into those that lost a socket, and into all for a socket that was unknown the last time, too: most that are
     * unknown once have gone between the dump and the look for their owner.
     */
    private void searchFurther(SocketRecords records) {
        if (hasUnknown(records)) {
            look(losers(records));
        }
        if (isUnknownAgain(records)) {
            look(processes.values().stream()
                    .filter(process -> process.lookedAtInRound() < round)
                    .toList());
            giveUpUnknown(records);
        }
    }

    private boolean isUnknownAgain(SocketRecords records) {
        IntMap<Boolean> before = unknownBefore;
        unknownBefore = new IntMap<>();
        boolean again = false;
        for (int i = 0; i < records.count(); i++) {
            int inode = records.inode(i);
            if (isUnknown(inode)) {
                again |= before.get(inode) != null;
                unknownBefore.put(inode, true);
            }
        }
        return again;
    }

    /** Those of these processes whose stamp is another than before; forgets those that have ended. */
    private List<HeldProcess> changedOf(Predicate<HeldProcess> chosen) {
        List<HeldProcess> changed = new ArrayList<>();
        for (HeldProcess process : processes.values().stream().filter(chosen).toList()) {
            Stamp stamp = scan.procFs().stamp(process.pid());
            if (stamp == null) {
                forget(process);
            } else if (!process.isSame(stamp)) {
                changed.add(replace(process.pid(), process));
            } else if (!stamp.equals(process.stamp())) {
                changed.add(process);
            }
        }
        return changed;
    }

    /** Processes that were not there before; forgets those that have ended. */
    private List<HeldProcess> newProcesses() {
        List<HeldProcess> found = new ArrayList<>();
        scan.procFs().pids(pid -> {
            HeldProcess process = processes.get(pid);
            if (process == null) {
                process = replace(pid, null);
                found.add(process);
            }
            process.seenIn(round);
        });
        processes.values().stream()
                .filter(process -> process.seenInRound() < round)
                .toList()
                .forEach(this::forget);
        return found;
    }

    private void forget(HeldProcess process) {
        releaseAll(process);
        processes.remove(process.pid());
    }

    private HeldProcess replace(int pid, HeldProcess ended) {
        if (ended != null) {
            releaseAll(ended);
        }
        HeldProcess process = new HeldProcess(pid, reader);
        processes.put(pid, process);
        return process;
    }

    private boolean hasUnknown(SocketRecords records) {
        for (int i = 0; i < records.count(); i++) {
            if (isUnknown(records.inode(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnknown(int inode) {
        return inode != 0 && holdings.get(inode) == null && unowned.get(inode) == null;
    }

    /** Holders of sockets that an earlier dump had and this one has not: in their place they may have new ones. */
    private Collection<HeldProcess> losers(SocketRecords records) {
        remember(records);
        Set<HeldProcess> losers = new LinkedHashSet<>();
        shownBefore.forEachKey(inode -> {
            Holding holding = shownNow.get(inode) == null ? holdings.get(inode) : null;
            if (holding != null) {
                holding.processes().stream()
                        .filter(process -> process.lookedAtInRound() < round)
                        .forEach(losers::add);
            }
        });
        return losers;
    }

    private void remember(SocketRecords records) {
        IntMap<Boolean> reused = shownBefore;
        shownBefore = shownNow;
        shownNow = reused;
        shownNow.clear();
        for (int i = 0; i < records.count(); i++) {
            if (records.inode(i) != 0) {
                shownNow.put(records.inode(i), true);
            }
        }
    }

    private void giveUpUnknown(SocketRecords records) {
        for (int i = 0; i < records.count(); i++) {
            if (isUnknown(records.inode(i))) {
                unowned.put(records.inode(i), true);
            }
        }
    }

    private void look(Collection<HeldProcess> chosen) {
        if (!chosen.isEmpty()) {
            scan.look(List.copyOf(chosen)).forEach(this::take);
        }
    }

    private void take(Look look) {
        HeldProcess process = look.process();
        int[] before = process.sockets();
        process.remember(look.stamp(), look.sockets(), round);
        int[] after = process.sockets();
        int b = 0;
        int a = 0;
        while (b < before.length || a < after.length) {
            if (a == after.length || b < before.length && before[b] < after[a]) {
                release(before[b++], process);
            } else if (b == before.length || after[a] < before[b]) {
                hold(after[a++], process);
            } else {
                a++;
                b++;
            }
        }
        if (process.refreshInfo()) {
            forgetOwners(after);
        }
    }

    private void forgetOwners(int[] inodes) {
        for (int inode : inodes) {
            Holding holding = holdings.get(inode);
            if (holding != null) {
                holding.forgetOwners();
            }
        }
    }

    private void hold(int inode, HeldProcess process) {
        Holding others = holdings.get(inode);
        holdings.put(inode, others == null ? process.alone() : others.with(process));
        unowned.remove(inode);
    }

    private void release(int inode, HeldProcess process) {
        Holding holding = holdings.get(inode);
        Holding others = holding == null ? null : holding.without(process);
        if (others == null) {
            holdings.remove(inode);
        } else {
            holdings.put(inode, others);
        }
    }

    private void releaseAll(HeldProcess process) {
        for (int inode : process.sockets()) {
            release(inode, process);
        }
    }

    /** Takes over a full scan that has ended, and starts one where it is time; meanwhile refreshes go on. */
    private void takeFullScan() {
        if (fullScan != null && fullScan.isDone()) {
            CompletableFuture<List<Look>> done = fullScan;
            // Before its outcome is asked for: a scan that failed must not fail each refresh from now on.
            fullScan = null;
            done.join().stream().filter(this::isNewest).forEach(this::take);
            unowned.clear();
        } else if (fullScan == null && System.nanoTime() - lastFullScan > FULL_SCAN_EVERY.toNanos()) {
            lastFullScan = System.nanoTime();
            fullScanRound = round;
            List<HeldProcess> all = List.copyOf(processes.values());
            fullScan = CompletableFuture.supplyAsync(() -> new ProcessScan().look(all));
        }
    }

    /** Whether the process is still there and was not looked into since the full scan began. */
    private boolean isNewest(Look look) {
        HeldProcess process = look.process();
        return processes.get(process.pid()) == process && process.lookedAtInRound() < fullScanRound;
    }
}
