// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;

/**
 * Warns of what a block does that somebody may not have thought of.
 *
 * @param number how many ports for {@link Kind#MANY_PORTS}, else the port
 * @param process name of the program that listens; empty if it is not known
 */
public record Caution(Kind kind, int number, String process) {

    /** The kind of warning. */
    public enum Kind {
        /** More ports than somebody means who types a range. */
        MANY_PORTS,
        /** Answers to what this machine sends itself come to ports of the range. */
        ANSWERS,
        /** Somebody may work on this machine through the port. */
        REMOTE_ACCESS
    }

    private static final int MANY = 1_000;
    /** The port at which Linux begins to choose ports for connections; other systems begin later. */
    private static final int FIRST_EPHEMERAL = 32_768;

    /** SSH, telnet, RDP, and VNC with its first displays. */
    private static final Set<Integer> PORTS = Set.of(22, 23, 3389, 5900, 5901, 5902, 5903);

    private static final Set<String> PROGRAMS = Set.of(
            "sshd",
            "dropbear",
            "telnetd",
            "in.telnetd",
            "xrdp",
            "gnome-remote-de",
            "krdpserver",
            "krfb",
            "vino-server",
            "x11vnc",
            "x0vncserver",
            "xvnc",
            "xtigervnc",
            "xtightvnc",
            "vncserver",
            "winvnc",
            "tvnserver",
            "anydesk",
            "teamviewerd",
            "rustdesk",
            "mosh-server",
            "tailscaled",
            "cockpit-tls",
            "cockpit-ws",
            "termservice",
            "screensharingd");

    /** Returns whether {@link #of} asks who listens. */
    public static boolean needsConnections(BlockRequest request) {
        return request.direction().includes(Direction.INBOUND);
    }

    /**
     * Finds what to say about a request.
     *
     * @param connections those of this machine; null if they are unknown
     */
    public static List<Caution> of(BlockRequest request, Snapshot connections) {
        List<Caution> cautions = new ArrayList<>();
        int ports = request.ports().last() - request.ports().first() + 1;
        if (ports > MANY) {
            cautions.add(new Caution(Kind.MANY_PORTS, ports, ""));
        }
        boolean inbound = request.direction().includes(Direction.INBOUND);
        if (inbound
                && ports > MANY
                && request.protocol() == Protocol.UDP
                && request.ports().last() >= FIRST_EPHEMERAL) {
            cautions.add(new Caution(Kind.ANSWERS, request.ports().first(), ""));
        }
        if (inbound && connections != null) {
            cautions.addAll(remoteAccess(request, connections));
        }
        return cautions;
    }

    private static List<Caution> remoteAccess(BlockRequest request, Snapshot connections) {
        TreeMap<Integer, Caution> byPort = new TreeMap<>();
        for (Connection connection : connections.connections()) {
            int port = connection.local().port();
            String process = connection.owners().isEmpty()
                    ? ""
                    : connection.owners().getFirst().name();
            boolean listens = connection.protocol() == request.protocol()
                    && (connection.protocol() == Protocol.UDP || connection.state() == TcpState.LISTEN);
            if (listens && request.ports().contains(port) && isRemoteAccess(port, process)) {
                byPort.putIfAbsent(port, new Caution(Kind.REMOTE_ACCESS, port, process));
            }
        }
        return List.copyOf(byPort.values());
    }

    private static boolean isRemoteAccess(int port, String process) {
        String name = process.toLowerCase(Locale.ROOT).replaceFirst("\\.exe$", "");
        return PORTS.contains(port) || PROGRAMS.contains(name);
    }
}
