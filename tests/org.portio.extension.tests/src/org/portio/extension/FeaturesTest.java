// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.testing.ExtensionJar;

/** Features of repositories: the jars that came together. */
class FeaturesTest {

    @TempDir
    private Path home;

    private Extensions extensions;

    @BeforeEach
    void begin() {
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        extensions = Extensions.of(
                () -> places, home.resolve("product"), User.ofSystem(), Extensions.class.getClassLoader());
    }

    private Path jar(String id, String version) {
        return ExtensionJar.of(id).header("Bundle-Version", version).write(home.resolve(id + "-" + version + ".jar"));
    }

    private void install(InstalledFeature feature, Path... jars) throws ExtensionException {
        List<Examined> examined = new ArrayList<>();
        for (Path jar : jars) {
            examined.add(extensions.examine(jar));
        }
        extensions.install(examined, List.of(feature));
    }

    private InstalledFeature feature(String id, String... jars) {
        return new InstalledFeature(id, "1.0.0", id, "https://example.org/", List.of(jars));
    }

    @Test
    void jarOfTwoFeaturesStaysWithTheOther() throws Exception {
        install(feature("first", "a", "both"), jar("a", "1.0.0"), jar("both", "1.0.0"));
        install(feature("second", "b", "both"), jar("b", "1.0.0"));
        assertEquals(
                List.of("a"),
                extensions.removal("first").stream().map(Extension::id).toList());

        extensions.remove("a");

        assertEquals(
                List.of("b", "both"),
                extensions.list().stream().map(Extension::id).toList());
        assertEquals(List.of(feature("second", "b", "both")), extensions.features());
    }

    @Test
    void jarThatIsInstalledByItselfBelongsToNoFeature() throws Exception {
        install(feature("first", "a", "b"), jar("a", "1.0.0"), jar("b", "1.0.0"));
        extensions.install(jar("b", "2.0.0"));
        extensions.remove("first");
        assertEquals("b", extensions.list().getFirst().id());
    }

    @Test
    void jarThatIsGoneBeforeItIsCopiedKeepsTheOthersFromBeingInstalled() throws Exception {
        List<Examined> examined = List.of(extensions.examine(jar("a", "1.0.0")), extensions.examine(jar("b", "1.0.0")));
        Files.delete(examined.getLast().jar());
        assertThrows(ExtensionException.class, () -> extensions.install(examined, List.of(feature("first", "a", "b"))));
        assertEquals(List.of(), extensions.list());
        assertEquals(List.of(), extensions.features());
        try (Stream<Path> left = Files.list(extensions.folder())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void featureIsInstalledWholeOrNotAtAll() throws Exception {
        Path broken = Files.writeString(home.resolve("broken.jar"), "not a jar");
        Path good = jar("a", "1.0.0");
        assertThrows(ExtensionException.class, () -> install(feature("first", "a", "broken"), good, broken));
        assertEquals(List.of(), extensions.list());
        assertEquals(List.of(), extensions.features());
    }
}
