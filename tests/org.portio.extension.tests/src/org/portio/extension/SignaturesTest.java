// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.testing.ExtensionJar;

/** Signs a jar with the tools of the JDK. */
class SignaturesTest {

    @TempDir
    private Path home;

    @Test
    void signerIsNamedAndAChangeAfterwardsIsNoticed() throws Exception {
        Path jar =
                ExtensionJar.of("signed").file("data", "as it was").write(home.resolve("data/extensions/signed.jar"));
        Path keys = home.resolve("keys");
        run(
                "keytool",
                "-genkeypair",
                "-keystore",
                keys,
                "-storepass",
                "secret",
                "-alias",
                "a",
                "-dname",
                "CN=Ann Other, O=Example",
                "-keyalg",
                "EC");
        run("jarsigner", "-keystore", keys, "-storepass", "secret", jar, "a");
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        Extensions extensions = Extensions.of(() -> places, null, User.ofSystem(), Extensions.class.getClassLoader());
        Extension signed = extensions.find("signed").getFirst();
        assertNull(signed.problem());
        assertTrue(signed.signedBy().startsWith("Ann Other (certificate "), signed.signedBy());
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath("data"), "changed");
        }
        assertTrue(extensions.list().stream()
                .anyMatch(extension -> extension.problem() != null
                        && extension.problem().text().startsWith("was changed after it was signed")));
    }

    private static void run(String program, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
        assertEquals(0, process.exitValue(), said);
    }
}
