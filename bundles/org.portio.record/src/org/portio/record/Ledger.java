// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes what a recorder tells; from one thread. */
@ConsumerType
public interface Ledger {

    /**
     * Takes the account of a socket: when it is first seen, when something about it has changed, and when it has ended.
     * The last one told of an {@link Account#id} holds.
     *
     * @throws RecordException if it cannot be kept; the message says what to do
     */
    void account(Account account) throws RecordException;

    /**
     * Takes something that PortIO did.
     *
     * @throws RecordException if it cannot be kept; the message says what to do
     */
    void act(Act act) throws RecordException;

    /**
     * Takes how completely was watched; each one with the same {@code from} replaces the one before it. It is told about once a
     * second while something changes, and every five seconds otherwise.
     *
     * @throws RecordException if it cannot be kept; the message says what to do
     */
    void coverage(Coverage coverage) throws RecordException;
}
