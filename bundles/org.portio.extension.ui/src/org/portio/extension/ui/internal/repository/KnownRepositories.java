// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** The repositories that were opened before, the latest first. */
final class KnownRepositories {

    private static final String NODE = "org.portio.extension.ui";
    private static final String KEY = "repositories";
    private static final int MOST = 10;

    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);

    List<String> all() {
        return preferences.get(KEY, "").lines().toList();
    }

    void add(String address) {
        List<String> all = new ArrayList<>(all());
        all.remove(address);
        all.addFirst(address);
        preferences.put(KEY, String.join("\n", all.subList(0, Math.min(MOST, all.size()))));
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            ILog.of(KnownRepositories.class).warn(e.getMessage(), e);
        }
    }
}
