// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.portio.benchmarks.peer.Peer;

/** Starts the workbench: the time until the view Connections has painted its first rows. */
public final class StartPeer implements Peer {

    public static final String NAME = "window with first rows";

    private final Path product;
    private final Path home;
    private final Screen screen;
    /** A socket, so that there is a row even if the machine has no other. */
    private final ServerSocket row = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    private StartPeer(Path product, Path home, Screen screen) throws IOException {
        this.product = product;
        this.home = home;
        this.screen = screen;
    }

    public static StartPeer of(Path product) throws IOException {
        return new StartPeer(product, Files.createTempDirectory("portio-benchmark"), Screen.open());
    }

    /** Returns what is missing for it on this machine; empty if nothing is. */
    public static String missing() {
        return Screen.missing();
    }

    @Override
    public String name() {
        return NAME;
    }

    /** When the first start ends, it makes what later ones use. */
    @Override
    public void warmUp() throws IOException {
        measure();
        measure();
    }

    @Override
    public long measure() throws IOException {
        try (Workbench workbench = Workbench.start(product, home, screen)) {
            return workbench.untilFirstRows().toNanos();
        }
    }

    @Override
    public void close() throws IOException {
        row.close();
        screen.close();
        delete(home);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
