// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.portio.core.linux.internal.netlink.SocketIds;
import org.portio.core.linux.internal.owner.ProcessScan.Look;
import org.portio.core.linux.internal.owner.ProcessTable.Stamp;
import org.portio.core.process.ProcessReader;

/**
 * The record of which processes hold which socket, kept from one refresh to the next. To look into every process each time costs ten
 * times the dump itself, so only those are looked into that can have something new: processes whose number of descriptors
 * changed and new ones, then those that lost a socket, then all, until no socket is left without an owner. What even that
 * does not find is nobody's whom we may look at, and is not searched again and again.
 */
public final class Owners {

    /**
     * The time after which all is read again: it finds changes that no number of descriptors shows, such as a socket in
     * exchange.
     */
    private static final Duration FULL_SCAN_EVERY = Duration.ofSeconds(30);

    private final ProcessReader reader;
    private final ProcessScan scan;
    private final FullScan fullScan;
    private final Map<Integer, HeldProcess> processes = new HashMap<>();
    private final Holdings holdings = new Holdings();
    private final Unowned unowned = new Unowned();
    private final IntMap<Boolean> shown = new IntMap<>();
    private final Found found = new Found(holdings, unowned);
    private long newestPid;
    private int round;
    private int settledInRound;

    public Owners(ProcessReader reader) {
        this(reader, ProcFs::new, FULL_SCAN_EVERY);
    }

    public Owners(ProcessReader reader, Supplier<? extends ProcessTable> tables, Duration fullScanEvery) {
        this.reader = reader;
        scan = new ProcessScan(tables);
        fullScan = new FullScan(fullScanEvery, tables);
    }

    /** Returns who holds the socket of this record of the latest update; null if nobody does, or nobody who may be seen. */
    public Holding of(int record) {
        return found.of(record);
    }

    /** Returns whether all who may be looked at were, and none of them holds the socket of this record, which was still there. */
    boolean isUnowned(SocketIds records, int record) {
        return found.of(record) == null && unowned.has(records, record);
    }

    /** Returns whether the socket's user is one whose processes may be looked into: any for root, one's own else. */
    boolean isOfSeenUser(SocketIds records, int record) {
        return Unowned.isOf(scan.table().ownUser(), records, record);
    }

    /** Returns whether this update has looked into all, and made sure which of the sockets without an owner were still there. */
    boolean haveSettled() {
        return settledInRound == round;
    }

    /** Returns whether there are processes whose sockets may not be seen. */
    boolean someAreHidden() {
        return processes.values().stream().anyMatch(process -> !process.isReadable());
    }

    /** Brings what is known up to date with these sockets. */
    public void update(SocketIds records) throws IOException {
        round++;
        takeFullScan();
        if (processes.isEmpty()) {
            lookIntoNew();
        } else {
            look(changedOf(HeldProcess::isShown));
        }
        found.find(records);
        boolean unsure = lookAgainIntoDoubted() | found.someUnknown();
        if (unsure || scan.table().newestPid() != newestPid) {
            lookIntoNew();
        }
        if (unsure) {
            look(changedOf(process -> process.lookedAtInRound() < round));
            searchFurther(records);
        }
        found.findAgain(records);
    }

    private void lookIntoNew() {
        newestPid = scan.table().newestPid();
        look(newProcesses());
    }

    /**
     * Looks into those that lost a socket, and into all, threads included, for a socket that is not to be gone in a moment:
     * most others that are unknown once have gone between the dump and the look for their owner.
     */
    private void searchFurther(SocketIds records) throws IOException {
        found.findAgain(records);
        // In the first dump no socket can be missing that an earlier one had.
        if (found.someUnknown() && round > 1) {
            look(losers(records));
            found.findAgain(records);
        }
        if (unowned.someStay(records, found.all()) || round == 1 && found.someUnknown()) {
            look(processes.values().stream()
                    .filter(process -> process.lookedAtInRound() < round)
                    .toList());
            found.findAgain(records);
            settle(records);
        }
    }

    /**
     * Settles those that are unknown after a look into all processes: looks into threads, and gives up what is still
     * left.
     */
    private void settle(SocketIds records) throws IOException {
        settledInRound = round;
        if (!found.someUnknown()) {
            return;
        }
        long[] there = records.cookiesNow();
        // Others' threads may be looked into by root only; for everybody else, others' sockets are most of what is
        // unknown.
        if (unowned.wouldHave(records, there, found.all(), scan.table().ownUser())) {
            look(new ThreadTables(scan.table(), reader).addTo(processes));
            found.findAgain(records);
        }
        unowned.addAll(records, there, found.all());
    }

    /** Returns those of these processes whose stamp is another than before; forgets those that have ended. */
    private List<HeldProcess> changedOf(Predicate<HeldProcess> chosen) {
        List<HeldProcess> changed = new ArrayList<>();
        for (HeldProcess process : processes.values().stream().filter(chosen).toList()) {
            Stamp stamp = scan.table().stamp(process.pid());
            if (stamp == null) {
                forget(process);
            } else if (!process.isSame(stamp)) {
                replace(process, changed);
            } else if (!stamp.equals(process.stamp())) {
                changed.add(process);
            }
        }
        return changed;
    }

    /** Returns processes that were not there before; forgets those that have ended. */
    private List<HeldProcess> newProcesses() {
        List<HeldProcess> found = new ArrayList<>();
        scan.table().pids(pid -> {
            HeldProcess process = processes.get(pid);
            // Threads are not listed: one that is, is a process that has the id of a thread that has ended.
            if (process == null || process.isThread()) {
                process = begin(pid, process);
                found.add(process);
            }
            process.seenIn(round);
        });
        processes.values().stream()
                .filter(process -> process.seenInRound() < round && !isLivingThread(process))
                .toList()
                .forEach(this::forget);
        return found;
    }

    private void forget(HeldProcess process) {
        release(process);
        processes.remove(process.pid());
    }

    private boolean isLivingThread(HeldProcess process) {
        return process.isThread() && scan.table().stamp(process.pid()) != null;
    }

    private void replace(HeldProcess ended, List<HeldProcess> changed) {
        if (ended.isThread()) {
            forget(ended);
        } else {
            changed.add(begin(ended.pid(), ended));
        }
    }

    private HeldProcess begin(int pid, HeldProcess ended) {
        if (ended != null) {
            release(ended);
        }
        HeldProcess process = new HeldProcess(pid, reader, scan.table());
        processes.put(pid, process);
        return process;
    }

    private void release(HeldProcess process) {
        int[] before = process.sockets();
        process.forgetSockets();
        holdings.change(process, before, process.sockets());
    }

    /**
     * Returns processes that seemed to hold a socket whose inode has been given out again. True if there were some: then others
     * may hold one with that inode, too.
     */
    private boolean lookAgainIntoDoubted() {
        List<HeldProcess> doubted = List.copyOf(holdings.takeDoubted());
        doubted.forEach(this::release);
        look(doubted);
        return !doubted.isEmpty();
    }

    /** Holders of sockets that an earlier dump had and this one has not: in their place they may have new ones. */
    private Collection<HeldProcess> losers(SocketIds records) {
        shown.clear();
        for (int i = 0; i < records.count(); i++) {
            if (records.inode(i) != 0) {
                shown.put(records.inode(i), true);
            }
        }
        return holdings.losersWithout(shown).stream()
                .filter(process -> process.lookedAtInRound() < round)
                .toList();
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
        holdings.change(process, before, process.sockets());
        unowned.removeAll(process.sockets());
        if (process.refreshInfo()) {
            holdings.forgetOwnersOf(process);
        }
    }

    /** Takes over a full scan that has ended, or starts one if it is time. */
    private void takeFullScan() {
        List<Look> looks = fullScan.takeDone();
        if (looks != null) {
            looks.stream().filter(this::isNewest).forEach(this::take);
            unowned.clear();
        } else {
            fullScan.startWhenDue(processes.values(), round);
        }
    }

    /** Returns whether the process is still there and was not looked into since the full scan began. */
    private boolean isNewest(Look look) {
        HeldProcess process = look.process();
        return processes.get(process.pid()) == process && process.lookedAtInRound() < fullScan.startRound();
    }
}
