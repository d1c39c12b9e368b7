// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.osgi.annotation.versioning.ConsumerType;

/** A part that can look again. It gets the command Refresh for it. */
@ConsumerType
public interface Refreshable {

    /** Looks again. Called on the UI thread, and returns at once; the part may have been closed meanwhile. */
    void refresh();
}
