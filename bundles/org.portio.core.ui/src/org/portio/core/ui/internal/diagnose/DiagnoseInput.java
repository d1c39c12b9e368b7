// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;

/** The input of the view Diagnose, as it was typed. */
record DiagnoseInput(String port, Protocol protocol, String address) {

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

    /** Returns what is wrong, for the user; empty if nothing is. */
    String problem() {
        if (isBlank()) {
            return Messages.DiagnoseInput_noPort;
        }
        if (portNumber() < 1 || portNumber() > LAST_PORT) {
            return NLS.bind(Messages.DiagnoseInput_badPort, port);
        }
        return isAddress() ? "" : NLS.bind(Messages.DiagnoseInput_badAddress, address);
    }

    /** -1 if it is none. */
    int portNumber() {
        return port.matches("\\d{1,5}") ? Integer.parseInt(port) : -1;
    }

    private boolean isAddress() {
        try {
            return address.isEmpty() || !AddressParser.parse(address, 0).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Returns text such as {@code TCP 8080}, or {@code TCP 8080 on 127.0.0.1}. */
    String text() {
        String name = protocol + " " + port;
        return address.isEmpty() ? name : NLS.bind(Messages.DiagnoseInput_onAddress, name, address);
    }

    /** Returns the local port that these connections have in common; empty if they have none. */
    static Optional<DiagnoseInput> of(List<Connection> connections) {
        List<DiagnoseInput> ports = connections.stream()
                .map(connection ->
                        new DiagnoseInput(String.valueOf(connection.local().port()), connection.protocol(), ""))
                .distinct()
                .limit(2)
                .toList();
        return ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty();
    }

    /** Saves the input as texts, each under a name. */
    void save(BiConsumer<String, String> target) {
        target.accept(PORT, port);
        target.accept(PROTOCOL, protocol.name());
        target.accept(ADDRESS, address);
    }

    /** Creates one from what has texts by their names, and null for those that it has not. */
    static DiagnoseInput restore(UnaryOperator<String> saved) {
        return new DiagnoseInput(
                Objects.requireNonNullElse(saved.apply(PORT), ""),
                Protocol.UDP.name().equals(saved.apply(PROTOCOL)) ? Protocol.UDP : Protocol.TCP,
                Objects.requireNonNullElse(saved.apply(ADDRESS), ""));
    }
}
