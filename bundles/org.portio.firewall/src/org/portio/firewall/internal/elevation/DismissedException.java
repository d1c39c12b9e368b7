// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.IOException;

/** The user was asked for the password, and would rather not give it. */
public final class DismissedException extends IOException {

    private static final long serialVersionUID = 1L;

    DismissedException() {
        super("the password prompt was closed");
    }
}
