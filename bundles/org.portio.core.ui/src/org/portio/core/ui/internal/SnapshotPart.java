// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.portio.core.Snapshot;

/** A view that shows a snapshot, which Save As can save. */
interface SnapshotPart {

    /** Returns what the view shows now, chosen from all there is; null if it shows none yet. */
    Snapshot shownSnapshot();

    /** Extension of the format that is offered first. */
    String preferredFormat();
}
