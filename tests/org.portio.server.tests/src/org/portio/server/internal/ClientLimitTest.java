// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.address.Addresses;

class ClientLimitTest {

    private static final long LARGE_HEAP = 1L << 30;

    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             unlimited            unlimited            processes
            Max open files            %s                %s              files
            Max locked memory         8388608              8388608              bytes
            """;

    @Test
    void halfOfTheDescriptorsAreLeftForAllElse() {
        assertEquals(512, ClientLimit.of(LIMITS.formatted("1024", "4096"), LARGE_HEAP));
        assertEquals(10_000, ClientLimit.of(LIMITS.formatted("1048576", "1048576"), LARGE_HEAP));
        assertEquals(10_000, ClientLimit.of(LIMITS.formatted("unlimited", "unlimited"), LARGE_HEAP));
        assertEquals(10_000, ClientLimit.of("nothing of the kind", LARGE_HEAP));
    }

    @Test
    void smallHeapHasRoomForFewerClients() {
        assertEquals(3276, ClientLimit.of("", 64 << 20));
    }

    /** Tests in a separate process, whose descriptors are really used up. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the limit is set by a shell of Unix, and the files are Linux's")
    void serverGoesOnWhenThereAreDescriptorsAgain() throws Exception {
        String classPath =
                location(LocalServers.class) + ":" + location(Addresses.class) + ":" + location(NoDescriptors.class);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        "sh",
                        "-c",
                        "ulimit -n 200; exec \"$0\" \"$@\"",
                        java,
                        "-cp",
                        classPath,
                        NoDescriptors.class.getName()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(Duration.ofSeconds(60));
        assertEquals(0, process.exitValue(), output);
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
