// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;

/** The part of the past that is still being told, in memory: of each account the last one told. */
public final class LiveAccounts implements Part {

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Set<Long> again = new HashSet<>();
    private final List<Act> acts = new ArrayList<>();
    private final TreeMap<Instant, Coverage> coverage = new TreeMap<>();

    /**
     * Takes an account.
     *
     * @param toldAgain whether an earlier part has it although it had ended
     */
    public void add(Account account, boolean toldAgain) {
        accounts.put(account.id(), account);
        if (toldAgain) {
            again.add(account.id());
        }
    }

    public void add(Act act) {
        acts.add(act);
    }

    public void add(Coverage piece) {
        coverage.put(piece.from(), piece);
    }

    /** Removes the accounts that are chosen, and returns how many these were. */
    public long removeIf(Predicate<Account> chosen) {
        int before = accounts.size();
        accounts.values().removeIf(chosen);
        return before - accounts.size();
    }

    /** Removes what is known of the time before this. */
    public void cutBefore(Instant time) {
        acts.removeIf(act -> act.time().isBefore(time));
        replaceCoverage(Stretches.since(time, List.copyOf(coverage.values())));
    }

    /** Takes so many connections, of which the accounts are gone, out of those that were seen. */
    void unsee(long gone) {
        replaceCoverage(Stretches.unseen(coverage.values(), gone));
    }

    private void replaceCoverage(List<Coverage> pieces) {
        coverage.clear();
        pieces.forEach(this::add);
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    @Override
    public Set<Long> toldAgain() {
        return again;
    }

    @Override
    public List<Act> acts() {
        return acts;
    }

    @Override
    public Collection<Coverage> coverage() {
        return coverage.values();
    }

    /** Returns whether it has this account, by its id. */
    public boolean has(long id) {
        return accounts.containsKey(id);
    }

    @Override
    public Matches find(Query query, Superseded superseded, OpenFiles files) {
        List<Account> found = accounts.values().stream()
                .filter(query::matches)
                .filter(account -> !superseded.has(account.id()))
                .toList();
        return new Matches(found.size(), found.isEmpty() ? List.of() : List.of(new Found(found)));
    }

    /** Accounts that are made already. */
    private record Found(List<Account> all) implements Group {

        @Override
        public long newest() {
            return Micros.MAX;
        }

        @Override
        public void offer(Newest newest) {
            for (int i = 0; i < all.size(); i++) {
                Account account = all.get(i);
                newest.offer(Micros.of(account.opened().latest()), account.id(), this, i);
            }
        }

        @Override
        public List<Account> accounts(List<Integer> rows) {
            return rows.stream().map(all::get).toList();
        }
    }
}
