// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.portio.cli.CommandLineStart;
import org.portio.cli.PortioCommand;
import org.portio.cli.QuietLogging;
import org.portio.cli.SystemServices;
import org.portio.cli.command.Services;

/**
 * Runs the commands of a group, and shows nothing: the start script has Java record what they load, in the cache that
 * later starts of these commands take it from. The start script knows which command is of which group.
 */
final class CacheTraining {

    private CacheTraining() {}

    /**
     * Runs the group that the argument names: {@code firewall}, {@code help}, {@code run}, or {@code cli} for all that is in no
     * other group.
     */
    public static void main(String... group) throws IOException {
        // As in earnest: Java's logging loads other classes with it than without.
        QuietLogging.prepare();
        // As Java's launcher does with the main jar, which this is not started with.
        new RandomAccessFile(Path.of(System.getProperty("java.home"), "release").toFile(), "r").close();
        switch (group[0]) {
            case "firewall" -> TrainingFirewall.perform();
            case "run" -> TrainingRun.perform();
            case "help" -> perform(new SystemServices(), "--help");
            default -> {
                perform(new SystemServices(), "--help");
                list();
                perform(new SystemServices(), "check-port", freePort(), "TCP");
            }
        }
        // Through the door that the user takes; it ends the process.
        CommandLineStart.main("--version");
    }

    /** Lists while a socket of each kind is open: on some machines, there are no others. */
    private static void list() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = new ServerSocket(0, 1, loopback);
                Socket _ = new Socket(loopback, listener.getLocalPort());
                DatagramSocket _ = new DatagramSocket(0, loopback)) {
            perform(new SystemServices(), "list");
            perform(new SystemServices(), "list", "--json");
        }
    }

    static int perform(Services services, String... args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new PortioCommand(services).run(nowhere, nowhere, args);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
