// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

/** A view that the command Refresh has ask anew. */
public interface Refreshable {

    /** Returns at once. */
    void refresh();
}
