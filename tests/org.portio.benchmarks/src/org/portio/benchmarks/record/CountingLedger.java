// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.record;

import java.util.BitSet;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Ledger;

/** Keeps nothing but how many connections of a port have ended. */
final class CountingLedger implements Ledger {

    private final BitSet ended = new BitSet();
    private final BitSet owned = new BitSet();
    private long firstId = -1;
    private int port;

    synchronized void watch(int watchedPort) {
        port = watchedPort;
    }

    @Override
    public synchronized void account(Account account) {
        if (firstId < 0) {
            firstId = account.id();
        }
        boolean hasPeer = account.states().stream().anyMatch(state -> state.ordinal() > 2);
        boolean isWatched = account.connection().local().port() == port
                || account.connection().remote() != null
                        && account.connection().remote().port() == port;
        boolean isReset = account.connection().remote() == null && account.traffic() != null;
        if (hasPeer && account.closed() != null && (isWatched || isReset)) {
            ended.set((int) (account.id() - firstId));
            owned.set(
                    (int) (account.id() - firstId),
                    !account.connection().owners().isEmpty());
        }
    }

    synchronized long ended() {
        return ended.cardinality();
    }

    synchronized long owned() {
        return owned.cardinality();
    }

    @Override
    public void act(Act act) {
        // Not counted.
    }

    @Override
    public void coverage(Coverage coverage) {
        // Asked for at the end.
    }
}
