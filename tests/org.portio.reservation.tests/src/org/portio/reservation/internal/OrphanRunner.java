// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.reservation.RemapRequest;
import org.portio.reservation.RemapRun;

/** Stands in for a program, and starts programs of its own meanwhile, of which it wants to know how they end. */
final class OrphanRunner {

    /** The exit code if it did not learn that. */
    static final int ROBBED = 99;

    private static final int OWN_EXIT = 7;
    private static final Consumer<String> MESSAGES = _ -> {
        // Only the exit code is of interest.
    };

    private OrphanRunner() {}

    /** Takes its home, a port, {@code remap} or {@code any}, and the command. */
    public static void main(String[] arguments) throws Exception {
        PortRun.standIn();
        Thread.ofPlatform().daemon().start(OrphanRunner::startOwn);
        Path home = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        List<String> command = List.of(arguments).subList(3, arguments.length);
        int code = arguments[2].equals("remap") ? remap(home, port, command) : any(home, port, command);
        Runtime.getRuntime().halt(code);
    }

    private static int remap(Path home, int port, List<String> command) throws Exception {
        List<RemapRequest> requests = List.of(new RemapRequest(port, RemapRequest.ANY));
        return new RemapRun(TestPorts.places(home), requests, false, MESSAGES).run(command);
    }

    private static int any(Path home, int port, List<String> command) throws Exception {
        PortKey key = PortKey.of(port, Protocol.TCP);
        try (HeldPorts engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor())) {
            engine.reserve(TestPorts.wish(key));
            return PortRun.run(engine, key, command, HandOver.ANY, MESSAGES);
        }
    }

    private static void startOwn() {
        try {
            while (new ProcessBuilder("sh", "-c", "exit " + OWN_EXIT).start().waitFor() == OWN_EXIT) {
                // Again: the signals of their ends come among those of orphans.
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException _) {
            // As if it had been robbed.
        }
        Runtime.getRuntime().halt(ROBBED);
    }
}
