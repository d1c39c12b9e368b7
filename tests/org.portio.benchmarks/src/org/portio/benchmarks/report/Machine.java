// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The machine that the numbers depend on. */
final class Machine {

    private Machine() {}

    static List<String> describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return List.of(
                "%s, %s cores, %d GB; load of the last minute at the end %.1f"
                        .formatted(
                                processor(),
                                system.getAvailableProcessors(),
                                system.getTotalMemorySize() >> 30,
                                system.getSystemLoadAverage()),
                "Linux %s, %s".formatted(System.getProperty("os.version"), distribution()),
                "Java " + System.getProperty("java.vm.version"),
                "user %s, %s".formatted(System.getProperty("user.name"), LocalDate.now()));
    }

    private static String processor() {
        return valueIn(Path.of("/proc/cpuinfo"), "model name\t: ", System.getProperty("os.arch"));
    }

    private static String distribution() {
        return valueIn(Path.of("/etc/os-release"), "PRETTY_NAME=", "unknown distribution")
                .replace("\"", "");
    }

    private static String valueIn(Path file, String prefix, String otherwise) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
