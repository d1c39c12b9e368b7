// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Follows what is told to a history from some moment on, by whichever process records. From one thread. */
@ProviderType
public interface HistoryTail extends AutoCloseable {

    /**
     * Accounts and acts that were told within some time.
     *
     * @param accounts in the order in which they were told; one that changed several times is there several times
     * @param acts what PortIO did, by time
     * @param watched until when sockets are known to have been watched; null if no process has begun to record, or all that did have
     *     ended in good order
     */
    record Told(List<Account> accounts, List<Act> acts, Instant watched) {

        public Told {
            accounts = List.copyOf(accounts);
            acts = List.copyOf(acts);
        }
    }

    /**
     * Returns what was told since the last time, or since this was made. What is forgotten in between may be missing.
     *
     * @throws RecordException if it cannot be read; the message says what to do
     */
    Told poll() throws RecordException;

    @Override
    void close() throws RecordException;
}
