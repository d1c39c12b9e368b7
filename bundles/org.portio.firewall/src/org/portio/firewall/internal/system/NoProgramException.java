// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.io.IOException;

/** A program of the system is nowhere: neither on the search path nor where the system keeps its programs. */
public final class NoProgramException extends IOException {

    private static final long serialVersionUID = 1;

    NoProgramException(String message) {
        super(message);
    }
}
