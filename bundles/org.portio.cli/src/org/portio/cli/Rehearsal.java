// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Runs the commands that are called most, and shows nothing: the start script has Java record what they load, in the
 * cache that later starts take it from.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String... args) throws IOException {
        perform("--help");
        list();
        perform("check-port", freePort(), "TCP");
        // Through the door that the user takes; it ends the process.
        Main.main("--version");
    }

    /** With a socket of each kind to be shown: on some machines, there are no others. */
    private static void list() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket listener = new ServerSocket(0, 1, loopback);
                Socket _ = new Socket(loopback, listener.getLocalPort());
                DatagramSocket _ = new DatagramSocket(0, loopback)) {
            perform("list");
        }
    }

    private static void perform(String... args) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        new PortioCommand().run(nowhere, nowhere, args);
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
