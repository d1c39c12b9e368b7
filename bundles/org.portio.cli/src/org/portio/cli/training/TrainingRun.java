// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.training;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.cli.SystemServices;
import org.portio.core.PortioException;
import org.portio.core.system.OperatingSystem;
import org.portio.core.system.Places;
import org.portio.keeper.Keeper;
import org.portio.keeper.Keepers;
import org.portio.reservation.PortRun;
import org.portio.reservation.RemapRequest;
import org.portio.reservation.RemapRun;
import org.portio.trace.Answer;
import org.portio.trace.CallHandler;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.SocketCall;

/** Runs a program whose calls are answered, for the training alone; its files are in a folder that is gone afterwards. */
final class TrainingRun {

    private static final String REMAP = "65001=auto";
    /** The property of a process that was started to stand for a program; without it, it would start again. */
    private static final String STANDS_IN = "portio.signals";

    private static final class Passing implements CallHandler {

        @Override
        public Answer asked(SocketCall call) {
            return Answer.PROCEED;
        }

        @Override
        public void done(SocketCall call, int errno, InetSocketAddress bound) {
            // It is only about the classes.
        }
    }

    /** Everything is in a folder that is gone afterwards, and no keeper is started. */
    private static final class Elsewhere extends SystemServices {

        private final Places places;

        Elsewhere(Places places) {
            this.places = places;
        }

        @Override
        protected Places places() {
            return places;
        }

        @Override
        public Keeper keeper() {
            return Keepers.of(places, null, "");
        }

        /** Leaves that out: signals do not wait in this process, and the end of a program would not be noticed. */
        @Override
        public void standInForProgram() {
            // Its classes are loaded without a program.
        }
    }

    private TrainingRun() {}

    static void perform() throws IOException {
        // Wrong usage: the command is read, and nothing is run.
        CacheTraining.perform(new SystemServices(), "run", "--remap", REMAP);
        if (!OperatingSystem.isLinux()) {
            return;
        }
        Path home = Files.createTempDirectory("portio-training");
        try {
            answer();
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), OperatingSystem.name(), home);
            new RemapRun(places, List.of(RemapRequest.parse(REMAP)), true, nowhere::println).run(List.of("true"));
            CacheTraining.perform(new Elsewhere(places), "with", "--", "true");
            CacheTraining.perform(new Elsewhere(places), "run", "--hand-over", "any", "65001", "--", "true");
            System.setProperty(STANDS_IN, "0");
            PortRun.standIn();
        } catch (PortioException _) {
            // No door can be opened here, so no command will load what it needs.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            delete(home);
        }
    }

    /** Goes through the door itself, with a call of each kind that has a result. */
    private static void answer() throws PortioException, IOException {
        try (Door door = Door.open(Set.of(CallKind.BIND, CallKind.LISTEN), new Passing())) {
            door.start(() -> {
                try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    return socket.getLocalPort();
                }
            });
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
