// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.io.IOException;
import java.util.List;
import org.portio.record.Account;

/** Some accounts of a part that match a query, and that are not made before they are needed. */
public interface Group {

    /** Returns a time in microseconds that none of them was opened after. */
    long newest();

    /** Offers each of them. */
    void offer(Newest newest) throws IOException;

    /** Makes those of these rows. */
    List<Account> accounts(List<Integer> rows) throws IOException;
}
