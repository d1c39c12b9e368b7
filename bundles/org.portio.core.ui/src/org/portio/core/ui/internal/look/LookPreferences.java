// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.look;

import java.time.Duration;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.AbstractPreferenceInitializer;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.portio.core.system.Subscription;

/** The looks of rows of connections that the user prefers. */
public final class LookPreferences extends AbstractPreferenceInitializer {

    /** Node that they are kept in. */
    static final String NODE = "org.portio.core.ui";

    /** Seconds for which new, changed and closed connections stand out. */
    static final String HIGHLIGHT_SECONDS = "highlightSeconds";

    /** Whether states have marks, and what is over is dimmed. */
    static final String MARKS = "stateMarks";

    /** Whether processes have the icons of their programs. */
    static final String ICONS = "processIcons";

    private static final int DEFAULT_HIGHLIGHT_SECONDS = 2;
    private static final int LONGEST_HIGHLIGHT_SECONDS = 3600;

    @Override
    public void initializeDefaultPreferences() {
        IEclipsePreferences node = DefaultScope.INSTANCE.getNode(NODE);
        node.putInt(HIGHLIGHT_SECONDS, DEFAULT_HIGHLIGHT_SECONDS);
        node.putBoolean(MARKS, true);
        node.putBoolean(ICONS, true);
    }

    /** Returns how long new, changed and closed connections stand out. */
    static Duration highlight() {
        int seconds = service().getInt(NODE, HIGHLIGHT_SECONDS, DEFAULT_HIGHLIGHT_SECONDS, null);
        // A preference file may say anything.
        return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_HIGHLIGHT_SECONDS));
    }

    static boolean hasMarks() {
        return service().getBoolean(NODE, MARKS, true, null);
    }

    static boolean hasIcons() {
        return service().getBoolean(NODE, ICONS, true, null);
    }

    /** Runs the listener after each change, until the result is closed. */
    static Subscription onChange(Runnable listener) {
        IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
        IPreferenceChangeListener heard = _ -> listener.run();
        node.addPreferenceChangeListener(heard);
        return () -> node.removePreferenceChangeListener(heard);
    }

    private static IPreferencesService service() {
        return Platform.getPreferencesService();
    }
}
