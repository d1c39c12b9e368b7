// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

/** The command Reserve Port, and the parameters that fill its dialog. */
final class ReserveCommand {

    static final String ID = "org.portio.reservation.ui.reservePort";
    static final String PORT = "org.portio.reservation.ui.port";
    static final String PROTOCOL = "org.portio.reservation.ui.protocol";
    static final String EXECUTABLE = "org.portio.reservation.ui.executable";

    private ReserveCommand() {}
}
