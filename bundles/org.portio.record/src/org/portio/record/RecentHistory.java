// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import org.osgi.annotation.versioning.ProviderType;

/** The past of the last minutes, which ends with the process. It never fails to be kept. From any thread. */
@ProviderType
public interface RecentHistory extends History, Ledger {

    @Override
    void account(Account account);

    @Override
    void act(Act act);

    @Override
    void coverage(Coverage coverage);
}
