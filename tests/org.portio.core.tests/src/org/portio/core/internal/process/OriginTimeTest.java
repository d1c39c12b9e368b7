// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.portio.testing.LinearTime.assertLinear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.testing.Sockets;

/** A control group may have any name. */
class OriginTimeTest {

    @TempDir
    private Path proc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "a",
                "/pod",
                "/podx/",
                ".service",
                "/a.service",
                "docker-",
                "docker-a",
                "/lxc/",
                ":",
                "\n",
                "0::"
            })
    void controlGroupOfAnyName(String part) {
        assertLinear("cgroup", length -> "0::/x" + part.repeat(length / part.length()) + "\u0085", this::read);
    }

    private void read(String group) {
        try {
            Files.createDirectories(proc.resolve("7"));
            Files.writeString(proc.resolve("7/cgroup"), group);
            new ControlGroupName(new ContainerNames(proc, System::nanoTime))
                    .recognize(Sockets.process(7, "x"), new OriginReader(proc).read(7, List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
