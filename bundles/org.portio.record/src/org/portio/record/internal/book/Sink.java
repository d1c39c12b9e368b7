// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import org.portio.record.Account;
import org.portio.record.RecordException;

/** Takes accounts as they become known. */
@FunctionalInterface
public interface Sink {

    /**
     * Takes one.
     *
     * @throws RecordException if it cannot be kept
     */
    void accept(Account account) throws RecordException;
}
