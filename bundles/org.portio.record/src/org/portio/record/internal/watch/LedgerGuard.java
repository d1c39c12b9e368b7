// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.util.Optional;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Coverage;
import org.portio.record.Ledger;
import org.portio.record.RecordException;

/** Hands on to a ledger; one that cannot keep what it is told, such as on a full disk, does not end the watching. */
public final class LedgerGuard {

    private interface Telling {
        void run() throws RecordException;
    }

    private final Ledger ledger;
    private volatile RecordException failure;

    public LedgerGuard(Ledger ledger) {
        this.ledger = ledger;
    }

    public void account(Account account) {
        tell(() -> ledger.account(account));
    }

    public void act(Act act) {
        tell(() -> ledger.act(act));
    }

    public void coverage(Coverage coverage) {
        tell(() -> ledger.coverage(coverage));
    }

    private void tell(Telling telling) {
        try {
            telling.run();
            failure = null;
        } catch (RecordException e) {
            if (failure == null) {
                warn("what happened could not be kept", e);
            }
            failure = e;
        }
    }

    /** Returns why it did not take what it was told last; empty if it did. */
    public Optional<RecordException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Notes that nothing more will be told, and why. */
    public void end(Exception reason) {
        warn("the recorder has ended", reason);
        failure = new RecordException(
                Failure.of(Kind.FAILED, "the recorder has ended: " + reason.getMessage(), "start it again"), reason);
    }

    private static void warn(String message, Exception reason) {
        System.getLogger(LedgerGuard.class.getName()).log(System.Logger.Level.WARNING, message, reason);
    }
}
