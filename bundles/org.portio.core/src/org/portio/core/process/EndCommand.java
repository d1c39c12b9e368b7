// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.address.AddressParser;

/** The command that ends who holds one socket of a port, and nobody else who has the same port elsewhere. */
public final class EndCommand {

    private static final String ALL = "*";

    private EndCommand() {}

    /**
     * Returns the command without the name of the program: {@code kill --port 8080 --tcp}, with {@code --address} if others
     * have the port at other addresses or interfaces, or the process by its number if no address tells them apart.
     *
     * @param asked the address that the user named, which is kept if it does; empty for none
     */
    public static String of(Connection socket, List<Connection> all, String asked) {
        return Stream.of(asked, socket.local().addressText())
                .filter(address -> !address.equals(ALL))
                .filter(address -> isAlone(socket, all, address))
                .findFirst()
                .map(address -> byPort(socket, address))
                .orElseGet(() -> socket.owners().size() == 1
                        ? "kill " + socket.owners().getFirst().pid()
                        : byPort(socket, socket.local().addressText()));
    }

    private static String byPort(Connection socket, String address) {
        return "kill --port " + socket.local().port() + " --"
                + socket.protocol().name().toLowerCase(Locale.ROOT)
                + (address.isEmpty() ? "" : " --address " + address)
                + (HeldPort.isHolding(socket) ? "" : " --connections");
    }

    /** Tells whether the command with this address hits the socket and those at the same place, and no other process. */
    private static boolean isAlone(Connection socket, List<Connection> all, String address) {
        int port = socket.local().port();
        HeldPort meant = new HeldPort(
                port, socket.protocol(), address.isEmpty() ? List.of() : AddressParser.parse(address, port), List.of());
        List<ProcessInfo> group = all.stream()
                .filter(other -> isAtTheSamePlace(socket, other))
                .flatMap(other -> other.owners().stream())
                .toList();
        return meant.isAt(socket)
                && all.stream()
                        .filter(meant::isAt)
                        .filter(other -> HeldPort.isHolding(other) || !HeldPort.isHolding(socket))
                        .allMatch(other -> isAtTheSamePlace(socket, other) || isHarmless(other, group));
    }

    /** Sockets of a group (SO_REUSEPORT) have the place in common, and are ended together. */
    private static boolean isAtTheSamePlace(Connection socket, Connection other) {
        return other.protocol() == socket.protocol() && other.local().equals(socket.local());
    }

    private static boolean isHarmless(Connection other, List<ProcessInfo> group) {
        return other.owners().isEmpty() ? !other.ownership().isUnseen() : group.containsAll(other.owners());
    }
}
