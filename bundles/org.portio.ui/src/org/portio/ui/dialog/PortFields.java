// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import org.osgi.annotation.versioning.ProviderType;

/** A form in widgets. UI thread only. */
@ProviderType
public interface PortFields<F extends PortForm> {

    F form();

    /** Tells of this as of any other change. */
    void show(F form);

    /** Moves the focus to the first field that can be changed. */
    void focus();
}
