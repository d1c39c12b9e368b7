// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.system.Places;
import org.portio.json.JsonObject;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.client.KeeperLink;
import org.portio.keeper.internal.client.RemoteKeeper;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;

/** Keepers that are processes of their own and hold real ports, with their files below a directory of the test. */
final class RealKeeper implements AutoCloseable {

    /** An address of this machine and this process alone, since other tests may run at the same time. */
    static final String ADDRESS = loopbackOf(ProcessHandle.current().pid());

    /** Above the ports that the system gives to outgoing connections, and those that people like. */
    static final int FIRST_PORT = 61000;

    private final Path folder;
    private final Places places;
    private final Path program;

    RealKeeper(Path folder) throws IOException {
        this.folder = folder;
        places = FakeKeeper.placesBelow(folder);
        program = Files.writeString(folder.resolve("portio"), """
                #!/bin/sh
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m \\
                    --enable-native-access=ALL-UNNAMED -cp '%s' %s "$@"
                """.formatted(
                        System.getProperty("java.home"), classPath(), KeeperMain.class.getName()));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private static String loopbackOf(long pid) {
        return "127.%d.%d.%d".formatted(64 + (pid >> 16) % 64, (pid >> 8) % 256, pid % 256);
    }

    private static String classPath() {
        return Stream.of(
                        KeeperMain.class,
                        Keeper.class,
                        Reservations.class,
                        TemporaryServers.class,
                        Places.class,
                        LinuxConnectionSource.class,
                        JsonObject.class,
                        Gson.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    Keeper client() {
        return clientOf(program);
    }

    Keeper clientOf(Path otherProgram) {
        return new RemoteKeeper(new KeeperLink(new RuntimeDirectories(places, Map.of()), otherProgram, "test"));
    }

    /** Starts the program itself. */
    Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString(), "keeper", "serve");
        builder.environment().put("PORTIO_HOME", folder.toString());
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectErrorStream(true)
                .start();
    }

    Path socket() {
        return folder.resolve("run/keeper.sock");
    }

    String log() throws IOException {
        return Files.readString(KeeperLog.file(places));
    }

    static Reservation reservation(int port) {
        return new Reservation(new PortKey(port, Protocol.TCP, ADDRESS), "", "", HandOver.AUTO, false, Instant.EPOCH);
    }

    /** Its socket exists for some time before anybody answers at it. */
    boolean isAnswering() {
        try {
            return client().status().isPresent();
        } catch (KeeperException _) {
            return false;
        }
    }

    ProcessHandle process() throws KeeperException {
        return ProcessHandle.of(client().status().orElseThrow().pid()).orElseThrow();
    }

    /** Ends it as a crash does. */
    static void kill(ProcessHandle process) throws Exception {
        assertTrue(process.destroyForcibly());
        process.onExit().get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        client().stop();
    }
}
