// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;

/**
 * Reservations that arguments name.
 *
 * @param protocol null for either
 * @param address null for any
 */
record ReservationChoice(int port, Protocol protocol, String address) {

    List<ReservationStatus> of(List<ReservationStatus> all) {
        return all.stream().filter(status -> matches(status.key())).toList();
    }

    private boolean matches(PortKey key) {
        return key.port() == port
                && (protocol == null || key.protocol() == protocol)
                && (address == null || isMeant(key.address()));
    }

    private boolean isMeant(String reserved) {
        return AddressParser.isLocalhost(address)
                ? AddressParser.parse(address, 0).stream()
                        .anyMatch(meant -> meant.addressText().equals(reserved))
                : address.equals(reserved);
    }

    /** Returns text such as {@code port 8080}, or {@code TCP 8080 on 127.0.0.1}. */
    @Override
    public String toString() {
        String named = protocol == null ? "port " + port : protocol + " " + port;
        return named + (address == null || address.isEmpty() ? "" : " on " + address);
    }
}
