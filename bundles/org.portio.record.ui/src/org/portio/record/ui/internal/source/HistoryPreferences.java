// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;

/** The user's preferences of what the window keeps. */
public final class HistoryPreferences {

    public static final String NODE = "org.portio.record.ui";
    /** Minutes that are kept in memory; 0 for none. */
    public static final String RECENT = "recentMinutes";

    public static final int DEFAULT_RECENT = 15;
    public static final int MOST_RECENT = 60;

    private HistoryPreferences() {}

    /** Returns how much of the past the window keeps in memory while nobody records. */
    public static Duration recent() {
        int minutes = Platform.getPreferencesService().getInt(NODE, RECENT, DEFAULT_RECENT, null);
        // A preference file may say anything.
        return Duration.ofMinutes(Math.clamp(minutes, 0, MOST_RECENT));
    }
}
