// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/** Begins to notice what the user wants to be told of, when the window is there; if that is nothing, nothing runs. */
public final class NoticeStartup implements IStartup {

    @Override
    public void earlyStartup() {
        InstanceScope.INSTANCE.getNode(NoticePreferences.NODE).addPreferenceChangeListener(event -> {
            if (event.getKey().startsWith("notice")) {
                follow();
            }
        });
        if (NoticePreferences.wantAny()) {
            follow();
        }
    }

    private static void follow() {
        NoticeCenter center = PlatformUI.getWorkbench().getService(NoticeCenter.class);
        if (center != null) {
            center.follow();
        }
    }
}
