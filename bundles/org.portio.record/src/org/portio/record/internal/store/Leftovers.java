// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.ProcessInfo;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;

/**
 * The sockets that were open when recording ended, so that those which still are when it begins again have one account, and
 * not two. A socket is the same if its ends and the kernel's key are, and a process that has it; or its inode, if nobody is
 * seen to have it: after a restart of the machine, the kernel counts from the beginning again.
 */
final class Leftovers {

    private final Map<ConnectionKey, Account> left = new HashMap<>();
    /** The account that goes on, by the id of the one that a recorder has begun. */
    private final Map<Long, Account> continued = new HashMap<>();
    /** Whether sockets have keys in this run, as those that were left have. */
    private boolean keysAreTold;

    Leftovers(Collection<Account> accounts) {
        accounts.stream()
                .filter(account -> account.connection().platformKey() != 0)
                .forEach(account -> left.put(account.connection().key(), account));
    }

    /** Returns whether this account goes on with one that was left; from then on, it is found by the id of either. */
    boolean isContinued(Account account) {
        if (continued.containsKey(account.id())) {
            return true;
        }
        keysAreTold |= account.connection().platformKey() != 0;
        Account before = left.get(account.connection().key());
        if (before == null
                || account.opened().earliest().isAfter(before.opened().latest())
                || !isSame(before.connection(), account.connection())) {
            return false;
        }
        left.remove(account.connection().key());
        continued.put(account.id(), before);
        return true;
    }

    /**
     * Returns the accounts that do not go on, with their end: it was before all sockets were looked at.
     *
     * @param look when they were
     */
    List<Account> gone(Instant look) {
        List<Account> gone = keysAreTold
                ? left.values().stream().map(account -> gone(account, look)).toList()
                : List.of();
        left.clear();
        return gone;
    }

    private static Account gone(Account account, Instant look) {
        Instant there = account.closed().earliest();
        Moment end = new Moment(there, look.isBefore(there) ? there : look, Evidence.SNAPSHOT);
        return new Account(
                account.id(),
                account.connection(),
                account.role(),
                account.opened(),
                end,
                account.states(),
                account.directories(),
                account.traffic());
    }

    /** Returns an account that goes on, with the id and the beginning of the one that was left. */
    Account joined(Account account) {
        Account before = continued.get(account.id());
        if (!account.isOpen()) {
            continued.remove(account.id());
        }
        Moment opened = before.opened();
        return new Account(
                before.id(),
                account.connection(),
                account.role(),
                opened,
                account.closed(),
                account.states(),
                account.directories(),
                account.traffic());
    }

    private static boolean isSame(Connection before, Connection now) {
        if (before.owners().isEmpty() && now.owners().isEmpty()) {
            return before.inode() != 0 && before.inode() == now.inode();
        }
        List<ProcessInfo> owners = now.owners();
        Optional<ProcessInfo> same = before.owners().stream()
                .filter(owner -> owner.startTime() != null
                        && owners.stream()
                                .anyMatch(other -> other.pid() == owner.pid()
                                        && owner.startTime().equals(other.startTime())))
                .findAny();
        return same.isPresent();
    }
}
