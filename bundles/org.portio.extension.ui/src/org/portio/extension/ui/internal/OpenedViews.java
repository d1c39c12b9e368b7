// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** Remembers, with the layout of the workbench, which views of extensions were opened in which perspective. */
final class OpenedViews {

    private static final String NODE = "org.portio.extension.ui";
    private static final String KEY = "opened";
    /** Between the id of the extension and the rest; no id has it. */
    private static final String SEPARATOR = "|";

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
    private final Set<String> opened;
    private boolean changed;

    /** Reads those of the extensions that are installed. One that is removed and comes again is new. */
    OpenedViews(Set<String> installed) {
        opened = preferences
                .get(KEY, "")
                .lines()
                .filter(line ->
                        line.contains(SEPARATOR) && installed.contains(line.substring(0, line.indexOf(SEPARATOR))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds a view; returns whether it is new in this perspective. */
    boolean add(PlacedView view, String perspective) {
        boolean isNew = opened.add(String.join(SEPARATOR, view.extension(), perspective, view.id()));
        changed |= isNew;
        return isNew;
    }

    boolean isChanged() {
        return changed;
    }

    /** Writes them to the disk. */
    void save() {
        preferences.put(KEY, String.join("\n", opened));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(OpenedViews.class).warn(e.getMessage(), e);
        }
    }
}
