// SPDX-License-Identifier: EPL-2.0
package org.portio.app.preferences;

import org.eclipse.ui.IPluginContribution;
import org.eclipse.ui.model.ContributionComparator;
import org.eclipse.ui.model.IComparableContribution;
import org.portio.ui.PortioPreferences;

/** Puts PortIO's own preference page, and with it those below it, before those of the platform. */
public final class PageOrder extends ContributionComparator {

    @Override
    public int category(IComparableContribution page) {
        boolean isOwn = page instanceof IPluginContribution plugin
                && plugin.getLocalId().equals(PortioPreferences.PAGE);
        return isOwn ? 0 : 1;
    }
}
