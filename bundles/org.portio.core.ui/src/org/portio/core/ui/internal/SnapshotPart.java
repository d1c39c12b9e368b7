// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.portio.core.Snapshot;

/** A view that shows a snapshot, which Save As can save. */
interface SnapshotPart {

    /** Returns what the view shows now; null if it shows none yet. */
    Snapshot shownSnapshot();

    /** Returns how many sockets there are; of a filtered view, more than in the snapshot that it shows. */
    int sockets();

    /** Extension of the format that is offered first. */
    String preferredFormat();
}
