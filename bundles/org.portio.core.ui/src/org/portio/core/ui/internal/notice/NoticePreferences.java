// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.portio.core.notice.Notice.Kind;
import org.portio.core.notice.QuietHours;
import org.portio.core.notice.Watch;

/** Reads what the user wants to be told of; nothing by default. */
final class NoticePreferences {

    static final String NODE = "org.portio.core.ui";
    static final String WATCHES = "noticeWatches";
    static final String NEW_LISTENERS = "noticeNewListeners";
    static final String RESERVATIONS = "noticeReservations";
    static final String BLOCKS = "noticeBlocks";
    static final String QUIET = "noticeQuietHours";

    private NoticePreferences() {}

    static boolean wantAny() {
        return !watches().isEmpty() || is(NEW_LISTENERS) || is(RESERVATIONS) || is(BLOCKS);
    }

    static List<Watch> watches() {
        return Watch.parseAll(Platform.getPreferencesService().getString(NODE, WATCHES, "", null));
    }

    /** Adds a watch, or takes it away if it is there; returns whether it is there now. */
    static boolean toggle(Watch watch) {
        List<Watch> watches = new ArrayList<>(watches());
        boolean added = !watches.remove(watch);
        if (added) {
            watches.add(watch);
        }
        InstanceScope.INSTANCE.getNode(NODE).put(WATCHES, Watch.format(watches));
        return added;
    }

    static boolean wantsNewListeners() {
        return is(NEW_LISTENERS);
    }

    /** Returns whether notices of a kind that comes from other bundles are wanted. */
    static boolean wants(Kind kind) {
        return switch (kind) {
            case RESERVATION -> is(RESERVATIONS);
            case BLOCK_ENDED -> is(BLOCKS);
            default -> false;
        };
    }

    static Optional<QuietHours> quietHours() {
        return QuietHours.parse(Platform.getPreferencesService().getString(NODE, QUIET, "", null));
    }

    private static boolean is(String key) {
        return Platform.getPreferencesService().getBoolean(NODE, key, false, null);
    }
}
