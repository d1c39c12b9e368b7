// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.net.InetAddress;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IMemento;
import org.portio.core.Protocol;

/** What is entered in the view Diagnose, as it is entered. */
record DiagnoseInput(String port, Protocol protocol, String address) {

    static final DiagnoseInput EMPTY = new DiagnoseInput("", Protocol.TCP, "");

    private static final int LAST_PORT = 65535;
    private static final String PORT = "port";
    private static final String PROTOCOL = "protocol";
    private static final String ADDRESS = "address";

    DiagnoseInput {
        port = port.strip();
        address = address.strip();
    }

    boolean isBlank() {
        return port.isEmpty();
    }

    /** What is wrong, for the user; empty where nothing is. */
    String problem() {
        if (isBlank()) {
            return Messages.DiagnoseInput_noPort;
        }
        if (portNumber() < 1 || portNumber() > LAST_PORT) {
            return NLS.bind(Messages.DiagnoseInput_badPort, port);
        }
        return isAddress() ? "" : NLS.bind(Messages.DiagnoseInput_badAddress, address);
    }

    /** -1 where it is none. */
    int portNumber() {
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
    }

    private boolean isAddress() {
        try {
            return address.isEmpty() || InetAddress.ofLiteral(address) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** As {@code TCP 8080}, or {@code TCP 8080 on 127.0.0.1}. */
    String text() {
        String name = protocol + " " + port;
        return address.isEmpty() ? name : NLS.bind(Messages.DiagnoseInput_onAddress, name, address);
    }

    void save(IMemento memento) {
        memento.putString(PORT, port);
        memento.putString(PROTOCOL, protocol.name());
        memento.putString(ADDRESS, address);
    }

    /** Empty where there is nothing saved, or nothing of use. */
    static DiagnoseInput restore(IMemento memento) {
        if (memento == null) {
            return EMPTY;
        }
        return new DiagnoseInput(
                text(memento, PORT),
                Protocol.UDP.name().equals(memento.getString(PROTOCOL)) ? Protocol.UDP : Protocol.TCP,
                text(memento, ADDRESS));
    }

    private static String text(IMemento memento, String key) {
        String text = memento.getString(key);
        return text == null ? "" : text;
    }
}
