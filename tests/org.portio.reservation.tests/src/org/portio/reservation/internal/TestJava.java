// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import com.google.gson.Gson;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.system.Places;
import org.portio.json.JsonObject;
import org.portio.reservation.HeldPorts;
import org.portio.testing.FakeSource;
import org.portio.trace.Door;

/** Separate processes that run classes of these tests. */
final class TestJava {

    private TestJava() {}

    /** Returns the command that runs this class. */
    static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(
                                Places.class,
                                LinuxConnectionSource.class,
                                HeldPorts.class,
                                Door.class,
                                main,
                                FakeSource.class,
                                JsonObject.class,
                                Gson.class)
                        .map(TestJava::place)
                        .distinct()
                        .collect(Collectors.joining(":")),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Returns where a class comes from: a jar, or the directory of a bundle that has just been built. */
    private static String place(Class<?> type) {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path classes = place.resolve("target/classes");
        return (Files.isDirectory(classes) ? classes : place).toString();
    }
}
