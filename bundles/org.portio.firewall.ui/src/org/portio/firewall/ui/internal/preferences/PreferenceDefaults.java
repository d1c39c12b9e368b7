// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;

/** The values that "Restore Defaults" restores. */
public final class PreferenceDefaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences defaults = DefaultScope.INSTANCE.getNode(FirewallPreferences.NODE);
        defaults.put(FirewallPreferences.BACKEND, "");
        defaults.put(FirewallPreferences.VERDICT, FirewallPreferences.DEFAULT_VERDICT.name());
    }
}
