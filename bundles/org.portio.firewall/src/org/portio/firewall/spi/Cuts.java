// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Protocol;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.PlannedCommand;

/**
 * Ends existing TCP connections at their sockets: rules alone would leave this machine's ends waiting. A kernel that cannot
 * do it says nothing, and then the rules still keep every packet from them.
 */
public record Cuts(PlanRunner commands) {

    private static final PlannedCommand LISTENERS = PlannedCommand.of("ss", "-H", "-l", "-t", "-n");

    /** Returns the commands that end what this change blocks. */
    public List<PlannedCommand> of(Change change) {
        List<PlannedCommand> cuts = new ArrayList<>();
        change.add().stream()
                .map(rule -> rule.request())
                .filter(request -> request.cutExisting() && request.protocol() == Protocol.TCP)
                .forEach(request -> cuts.addAll(of(request)));
        return cuts;
    }

    private List<PlannedCommand> of(BlockRequest request) {
        return Requests.ways(request.direction()).stream()
                .map(way -> PlannedCommand.of("ss", "-K", "-t", "-H", ports(request, way) + elsewhere(request)))
                .toList();
    }

    private String ports(BlockRequest request, Direction way) {
        String end = way == Direction.INBOUND ? "sport" : "dport";
        String ports = "( " + end + " >= :" + request.ports().first() + " and " + end + " <= :"
                + request.ports().last() + " )";
        // A connection from a local port on which somebody listens was opened by the other machine.
        return way == Direction.INBOUND
                ? ports
                : ports
                        + listeningPorts().stream()
                                .map(port -> " and not sport = :" + port)
                                .collect(Collectors.joining());
    }

    private List<String> listeningPorts() {
        String listeners = commands.tryToRun(LISTENERS).map(Result::out).orElse("");
        return listeners
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length > 3)
                .map(words -> words[3].substring(words[3].lastIndexOf(':') + 1))
                .filter(port -> port.matches("\\d{1,5}"))
                .distinct()
                .sorted()
                .toList();
    }

    /** Connections within this machine go on unless they are blocked, too, also those by its own other addresses. */
    private static String elsewhere(BlockRequest request) {
        if (request.loopback()) {
            return "";
        }
        try {
            return " and not dst 127.0.0.0/8 and not dst [::1]"
                    + NetworkInterface.networkInterfaces()
                            .flatMap(NetworkInterface::inetAddresses)
                            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                            .map(InetAddress::getHostAddress)
                            .map(address -> address.split("%")[0])
                            .map(address -> " and not dst " + (address.contains(":") ? "[" + address + "]" : address))
                            .sorted()
                            .collect(Collectors.joining());
        } catch (SocketException _) {
            return " and not dst 127.0.0.0/8 and not dst [::1]";
        }
    }
}
