// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.preferences;

import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.portio.record.ui.internal.source.HistoryPreferences;

/** The values that "Restore Defaults" restores. */
public final class PreferenceDefaults extends AbstractPreferenceInitializer {

    @Override
    public void initializeDefaultPreferences() {
        DefaultScope.INSTANCE
                .getNode(HistoryPreferences.NODE)
                .putInt(HistoryPreferences.RECENT, HistoryPreferences.DEFAULT_RECENT);
    }
}
