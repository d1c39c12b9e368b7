// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import org.eclipse.core.commands.State;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.portio.ui.PortioPreferences;

/** The state of the command Resolve Names, which is the preference: whichever is changed, the other one follows. */
public final class ResolveNamesState extends State {

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(PortioPreferences.NODE);
    private final IPreferenceChangeListener listener = event -> {
        if (event.getKey().equals(PortioPreferences.RESOLVE_NAMES)) {
            super.setValue(HostNames.isWanted());
        }
    };

    /** Creates the state with the value that the preference has. */
    public ResolveNamesState() {
        super.setValue(HostNames.isWanted());
        node.addPreferenceChangeListener(listener);
    }

    @Override
    public void setValue(Object value) {
        node.putBoolean(PortioPreferences.RESOLVE_NAMES, Boolean.TRUE.equals(value));
    }

    @Override
    public void dispose() {
        node.removePreferenceChangeListener(listener);
        super.dispose();
    }
}
