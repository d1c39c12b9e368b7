// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.portio.ui.Confirmation;
import org.portio.ui.PortioPreferences;

/** The values that "Restore Defaults" restores. */
public final class PreferenceDefaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(PortioPreferences.NODE);
        node.putInt(PortioPreferences.REFRESH_INTERVAL, PortioPreferences.DEFAULT_REFRESH_INTERVAL);
        node.putBoolean(PortioPreferences.FOLLOW, true);
        node.putBoolean(PortioPreferences.RESOLVE_NAMES, false);
        node.putBoolean(PortioPreferences.COMPACT, false);
        for (Confirmation confirmation : Confirmation.values()) {
            node.putBoolean(confirmation.key(), true);
        }
    }
}
