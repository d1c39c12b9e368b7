// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

/** A part that can look again. It gets the command Refresh for it. */
public interface Refreshable {

    /** Looks again. Called on the UI thread, and returns at once; the part may have been closed meanwhile. */
    void refresh();
}
