// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;

/** Preferences that all views share, and the page that other preference pages hang under. */
public final class PortioPreferences {

    /** Id of the page "PortIO", for {@code category} in other pages. */
    public static final String PAGE = "org.portio.ui.preferences";

    /** Node that the preferences are kept in. */
    public static final String NODE = "org.portio.ui";

    /** Time from one refresh to the next in milliseconds. */
    public static final String REFRESH_INTERVAL = "refreshInterval";

    public static final int DEFAULT_REFRESH_INTERVAL = 1000;

    /** Whether views of connections are refreshed as soon as something changes, rather than at the interval. */
    public static final String FOLLOW = "followChanges";

    /** Whether views show names in place of remote addresses, for which they ask the name server. */
    public static final String RESOLVE_NAMES = "resolveNames";

    /** Whether tables have lower rows, so that more of them are in sight. */
    public static final String COMPACT = "compactRows";

    private static final int SHORTEST_REFRESH_INTERVAL = 100;

    private PortioPreferences() {}

    public static boolean followsChanges() {
        return Platform.getPreferencesService().getBoolean(NODE, FOLLOW, true, null);
    }

    public static boolean isCompact() {
        return Platform.getPreferencesService().getBoolean(NODE, COMPACT, false, null);
    }

    public static Duration refreshInterval() {
        int millis = Platform.getPreferencesService().getInt(NODE, REFRESH_INTERVAL, DEFAULT_REFRESH_INTERVAL, null);
        // A preference file may say anything; one that says 0 must not keep the machine busy with nothing else.
        return Duration.ofMillis(Math.max(SHORTEST_REFRESH_INTERVAL, millis));
    }
}
