// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IWorkbenchWindow;

/** Tells, for expressions in plugin.xml, whether there may be a block; before anybody has looked there may. */
public final class BlocksTester extends PropertyTester {

    /** To be evaluated anew when the blocks have changed. */
    static final String PROPERTY = "org.portio.firewall.ui.mayHaveBlocks";

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof IWorkbenchWindow window
                && mayHaveBlocks(BlockList.of(window).state());
    }

    static boolean mayHaveBlocks(FirewallState state) {
        return state.backend() == null
                || state.failure() != null
                || !state.blocks().isEmpty();
    }
}
