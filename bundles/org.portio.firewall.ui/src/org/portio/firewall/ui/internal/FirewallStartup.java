// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Watches the firewall for as long as the workbench runs, but not before its window is there. */
public final class FirewallStartup implements IStartup {

    @Override
    public void earlyStartup() {
        BlockList.of(PlatformUI.getWorkbench()).look(this, true);
    }
}
