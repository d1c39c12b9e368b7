// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import org.osgi.annotation.versioning.ProviderType;

/** Keeps what it is told on the disk: at the latest a second later, it outlives the process. */
@ProviderType
public interface Recording extends Ledger, AutoCloseable {

    /**
     * Writes all that was told so far.
     *
     * @throws RecordException if that fails; the message says what to do
     */
    void flush() throws RecordException;

    /**
     * Ends it: sockets that have not ended are kept as such that ended some time later.
     *
     * @throws RecordException if what was told last cannot be kept; the message says what to do
     */
    @Override
    void close() throws RecordException;
}
