// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import org.portio.core.Protocol;

/**
 * A question to answer before a port is requested.
 *
 * @param address as text; empty for all
 * @param executable path of a program that must be there; empty for none
 */
public record PortQuestion(int port, Protocol protocol, String address, String executable) {

    /** Returns text such as {@code TCP 8080}. */
    public String portText() {
        return protocol + " " + port;
    }
}
