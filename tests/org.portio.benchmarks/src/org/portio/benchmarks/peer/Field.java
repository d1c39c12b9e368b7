// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.oshi.OshiConnectionSource;
import oshi.SystemInfo;

/** All peers by name; a tool that is not installed is left out and reported. */
public final class Field {

    public static final String PORTIO = "PortIO";
    public static final String FIRST_SCAN = "PortIO, first scan";
    public static final String NETLINK = "C program, bare netlink dump";
    public static final String OSHI = "OSHI getConnections";
    public static final String OSHI_SOURCE = "PortIO's OSHI source";
    public static final String SS = "ss -tunap";
    public static final String NETSTAT = "netstat -tunap";
    public static final String LSOF = "lsof -nP -i";
    public static final String PSUTIL = "psutil net_connections";
    public static final String LIST = "portio list";
    public static final String HELP = "portio --help";
    public static final String CHECK_PORT = "portio check-port";
    public static final String NOTHING = "true (starting a process)";

    private static final String ONE_LINER = "import psutil; psutil.net_connections(kind='inet')";

    private Field() {}

    /** PortIO first. */
    public static List<Peer> warm(PrintWriter progress) throws IOException {
        List<Peer> peers = new ArrayList<>();
        peers.add(SourcePeer.refresh(PORTIO, new LinuxConnectionSource()));
        peers.add(SourcePeer.firstScan(FIRST_SCAN, LinuxConnectionSource::new));
        if (isInstalled("cc")) {
            peers.add(NetlinkPeer.compile());
        } else {
            progress.println("no C compiler (cc): " + NETLINK + " is left out");
        }
        peers.add(new OshiPeer(new SystemInfo().getOperatingSystem()));
        peers.add(SourcePeer.refresh(OSHI_SOURCE, new OshiConnectionSource()));
        peers.addAll(tools(progress));
        return peers;
    }

    /** Whole processes, PortIO's list first. */
    public static List<Peer> cold(Path product, PrintWriter progress) throws IOException {
        String portio = product.resolve("portio").toString();
        List<Peer> peers = new ArrayList<>();
        peers.add(new CommandPeer(LIST, List.of(portio, "list")));
        peers.add(new CommandPeer(HELP, List.of(portio, "--help")));
        peers.add(new CommandPeer(CHECK_PORT, List.of(portio, "check-port", "47123")));
        peers.addAll(tools(progress));
        peers.add(new CommandPeer(NOTHING, List.of("true")));
        return peers;
    }

    private static List<Peer> tools(PrintWriter progress) throws IOException {
        List<Peer> tools = new ArrayList<>();
        for (String command : List.of(SS, NETSTAT, LSOF)) {
            List<String> words = List.of(command.split(" "));
            if (isInstalled(words.getFirst())) {
                tools.add(new CommandPeer(command, words));
            } else {
                progress.println(words.getFirst() + " is not installed, and left out");
            }
        }
        addPsutil(tools, progress);
        return tools;
    }

    private static void addPsutil(List<Peer> tools, PrintWriter progress) throws IOException {
        // The system's own Python first: the one on PATH may be a wrapper that takes longer than Python.
        for (String python : List.of("/usr/bin/python3", "python3")) {
            if (isInstalled(python) && CommandPeer.run(List.of(python, "-c", "import psutil")) == 0) {
                tools.add(new CommandPeer(PSUTIL, List.of(python, "-c", ONE_LINER)));
                return;
            }
        }
        progress.println("psutil is not installed for python3, and left out");
    }

    private static boolean isInstalled(String program) {
        for (String directory : System.getenv("PATH").split(":")) {
            // An absolute name stays as it is.
            if (Files.isExecutable(Path.of(directory).resolve(program))) {
                return true;
            }
        }
        return false;
    }
}
