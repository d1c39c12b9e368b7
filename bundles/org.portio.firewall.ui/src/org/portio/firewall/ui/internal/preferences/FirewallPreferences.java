// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.preferences;

import org.eclipse.core.runtime.Platform;
import org.osgi.service.component.annotations.Component;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.Verdict;

/** The user's preferences. The firewall asks for the backend itself. */
@Component
public final class FirewallPreferences implements BackendChoice {

    static final String NODE = "org.portio.firewall.ui";
    /** Name of a backend; empty for the automatic one. */
    static final String BACKEND = "backend";
    /** Name of a {@link Verdict}. */
    static final String VERDICT = "verdict";

    static final Verdict DEFAULT_VERDICT = Verdict.REJECT;

    @Override
    public String backend() {
        return Platform.getPreferencesService().getString(NODE, BACKEND, "", null);
    }

    /** A preference file may say anything; any other value means the default. */
    public static Verdict verdict() {
        String name = Platform.getPreferencesService().getString(NODE, VERDICT, DEFAULT_VERDICT.name(), null);
        return Verdict.DROP.name().equals(name) ? Verdict.DROP : DEFAULT_VERDICT;
    }
}
