// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.List;

/**
 * A change of the system's firewall: all of it, or nothing if the backend can.
 *
 * @param forced whether it is wanted although PortIO would refuse it
 */
public record Change(List<Rule> add, List<AppliedRule> remove, boolean forced) {
    public Change {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
    }

    public Change(List<Rule> add, List<AppliedRule> remove) {
        this(add, remove, false);
    }

    public boolean isEmpty() {
        return add.isEmpty() && remove.isEmpty();
    }
}
