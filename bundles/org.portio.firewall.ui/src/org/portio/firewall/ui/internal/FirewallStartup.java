// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Watches the firewall from the start of the workbench, but not before its window is there. */
public final class FirewallStartup implements IStartup {

    @Override
    public void earlyStartup() {
        FirewallWatch.of(PlatformUI.getWorkbench());
    }
}
