// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.portio.core.KernelUse;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.linux.internal.netlink.SocketIds;
import org.portio.core.process.ProcessReader;
import org.portio.core.process.UserNames;

/**
 * The ownership of each socket at one moment. A socket that no process shows is the kernel's only if every
 * process that could have it may be looked into.
 */
public final class Ownerships {

    private final Owners owners;
    private final Sight sight;
    private final Supplier<KernelUses> kernel;
    private SocketIds records;
    private boolean someUnreadable;
    /** These stay as they are while this process runs, and are asked when a socket without an owner is first seen. */
    private Boolean listIncomplete;

    private Boolean inPidNamespace;
    private Set<Obstacle> obstaclesToAny;
    /** Null if they have not been asked for since the latest search. */
    private KernelUses uses;

    private Set<Ownership> given = EnumSet.noneOf(Ownership.class);

    Ownerships(Owners owners, Sight sight, Supplier<KernelUses> kernel) {
        this.owners = owners;
        this.sight = sight;
        this.kernel = kernel;
    }

    /** Returns one over the processes of this machine, whose users have these names. */
    public static Ownerships ofSystem(UserNames users) {
        Path proc = Path.of("/proc");
        return new Ownerships(new Owners(new ProcessReader(proc, users)), new Sight(proc), KernelUses::ofSystem);
    }

    /** Brings it up to date with these sockets. */
    public void update(SocketIds sockets) throws IOException {
        records = sockets;
        if (sockets.kept() == 0) {
            given.clear();
        }
        owners.update(sockets);
        someUnreadable = owners.someAreHidden();
        if (owners.haveSettled()) {
            uses = null;
        }
    }

    /** Returns the processes that hold the socket of this record; the same list as long as nothing about them changes. */
    public List<ProcessInfo> owners(int record) {
        Holding holding = owners.of(record);
        return holding == null ? List.of() : holding.owners();
    }

    public Ownership of(int record) {
        if (owners.of(record) != null) {
            return Ownership.KNOWN;
        }
        Ownership ownership = records.inode(record) == 0 ? Ownership.NONE : ofUnowned(record);
        given.add(ownership);
        return ownership;
    }

    private Ownership ofUnowned(int record) {
        boolean sure = owners.isUnowned(records, record);
        // Unknown once and not settled, it has most likely gone; only another user's, whose owner this user never sees,
        // has not.
        if (!sure && (owners.haveSettled() || !mayBeHidden() || owners.isOfSeenUser(records, record))) {
            return Ownership.CLOSED;
        }
        int port = records.ownPort(record);
        if (sure && port >= 0 && uses().known(records.isTcp(record), port).isKnown()) {
            return Ownership.KERNEL;
        }
        if (mayBeHidden()) {
            return Ownership.HIDDEN;
        }
        return isInPidNamespace() ? Ownership.OUTSIDE : Ownership.KERNEL;
    }

    /** Returns what the kernel has this socket for, which is its own. */
    public KernelUse use(int record) {
        int port = records.ownPort(record);
        return port < 0 ? KernelUse.UNKNOWN : uses().likely(records.isTcp(record), port);
    }

    private KernelUses uses() {
        if (uses == null) {
            uses = kernel.get();
        }
        return uses;
    }

    private boolean mayBeHidden() {
        if (listIncomplete == null) {
            listIncomplete = sight.isListIncomplete();
        }
        return someUnreadable || listIncomplete;
    }

    private boolean isInPidNamespace() {
        if (inPidNamespace == null) {
            inPidNamespace = sight.isInPidNamespace();
        }
        return inPidNamespace;
    }

    /** Returns what keeps owners out of sight that {@link #of} has said to be hidden or outside. */
    public Set<Obstacle> obstacles() {
        if (!given.contains(Ownership.HIDDEN)) {
            return given.contains(Ownership.OUTSIDE) ? Set.of(Obstacle.PID_NAMESPACE) : Set.of();
        }
        if (obstaclesToAny == null) {
            obstaclesToAny = sight.obstacles();
        }
        return obstaclesToAny;
    }
}
