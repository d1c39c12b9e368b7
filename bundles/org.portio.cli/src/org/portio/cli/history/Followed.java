// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import org.portio.record.Account;
import org.portio.record.Act;

/** Prints what is told of the past as it comes to be. */
interface Followed {

    /** Prints an account, unless it looks as it did when it was printed last. */
    void print(Account account);

    void print(Act act);
}
