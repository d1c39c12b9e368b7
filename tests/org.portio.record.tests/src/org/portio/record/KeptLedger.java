// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;

/** Keeps all that it is told in memory, unless it is told to fail. */
final class KeptLedger implements Ledger {

    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private final List<Coverage> coverages = new ArrayList<>();
    private boolean isFull;

    @Override
    public synchronized void account(Account account) throws RecordException {
        failIfFull();
        accounts.put(account.id(), account);
    }

    @Override
    public synchronized void act(Act act) throws RecordException {
        failIfFull();
        acts.add(act);
    }

    @Override
    public synchronized void coverage(Coverage coverage) throws RecordException {
        failIfFull();
        coverages.add(coverage);
    }

    private void failIfFull() throws RecordException {
        if (isFull) {
            throw new RecordException(Failure.of(Kind.FAILED, "the disk is full", "make room"));
        }
    }

    synchronized void setFull(boolean full) {
        isFull = full;
    }

    /** Returns the last account told of each socket. */
    synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    synchronized List<Act> acts() {
        return List.copyOf(acts);
    }

    synchronized List<Coverage> coverages() {
        return List.copyOf(coverages);
    }
}
