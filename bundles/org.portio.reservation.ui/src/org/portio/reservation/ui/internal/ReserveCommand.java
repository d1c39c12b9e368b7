// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

/** The command Reserve Port, and the parameters that fill its dialog. */
public final class ReserveCommand {

    public static final String ID = "org.portio.reservation.ui.reservePort";
    public static final String PORT = "org.portio.reservation.ui.port";
    public static final String PROTOCOL = "org.portio.reservation.ui.protocol";
    public static final String EXECUTABLE = "org.portio.reservation.ui.executable";

    private ReserveCommand() {}
}
