// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.User;
import org.portio.extension.Extension.State;
import org.portio.testing.ExtensionJar;

/** Installing, switching and removing. */
class ExtensionsTest {

    private static final Fault FAULT =
            new Fault(Instant.EPOCH, Fault.Kind.THREW, "com.example.X.go(X.java:1)", "java.lang.Error: no");

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

    private Extension only() {
        List<Extension> all = extensions.list();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    @Test
    void noFolderIsNoExtension() {
        assertEquals(List.of(), extensions.list());
    }

    @Test
    void installedOneIsListedAndRemovedOneIsNot() throws Exception {
        Extension installed = extensions.install(jar("com.example.a", "1.2.3"));
        assertEquals(State.ACTIVE, installed.state());
        assertEquals("1.2.3", only().version());
        assertEquals("nobody", only().signedBy());
        extensions.remove("com.example.a");
        assertEquals(List.of(), extensions.list());
    }

    @Test
    void anotherVersionTakesThePlaceOfTheOneThatHasAnotherFileName() throws Exception {
        Files.createDirectories(extensions.folder());
        Files.copy(jar("com.example.a", "1.0.0"), extensions.folder().resolve("dropped by hand.jar"));
        extensions.install(jar("com.example.a", "0.9.0"));
        assertEquals("0.9.0", only().version());
    }

    @Test
    void disabledOneStaysInstalled() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        extensions.disable("com.example.a");
        assertEquals(State.DISABLED, only().state());
        extensions.enable("com.example.a");
        assertEquals(State.ACTIVE, only().state());
    }

    @Test
    void whatWasExaminedIsInstalledAndNothingThatCameIntoItsPlace() throws Exception {
        Path jar = jar("com.example.a", "1.0.0");
        Examined examined = extensions.examine(jar);
        Files.copy(jar("com.example.b", "1.0.0"), jar, StandardCopyOption.REPLACE_EXISTING);
        ExtensionException refused = assertThrows(ExtensionException.class, () -> extensions.install(examined));
        assertEquals(PortioException.Kind.REFUSED, refused.kind());
        assertEquals(
                jar + " was changed after PortIO had looked at it; if that was you, install it again",
                refused.getMessage());

        Examined whole = extensions.examine(jar);
        ExtensionJar.of("com.example.b")
                .file("more.txt", "of the same name and version")
                .write(jar);
        assertThrows(ExtensionException.class, () -> extensions.install(whole));
        try (Stream<Path> left = Files.list(extensions.folder())) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatOsgiRefusesIsSaidUntilOtherJarsAreThereOrOneIsSwitched() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Path file = only().file();
        extensions.refused(Map.of(file, "would get the same package\nfrom two bundles"));
        assertEquals(State.NOT_USABLE, only().state());
        assertEquals(
                new Problem(Problem.Kind.REFUSED, "would get the same package from two bundles"), only().problem());
        extensions.enable("com.example.a");
        assertEquals(State.ACTIVE, only().state());

        extensions.refused(Map.of(file, "is refused"));
        assertEquals(State.NOT_USABLE, only().state());
        extensions.install(jar("com.example.b", "1.0.0"));
        assertEquals(
                List.of(State.ACTIVE, State.ACTIVE),
                extensions.list().stream().map(Extension::state).toList());
    }

    @Test
    void oneThatFailsTwiceIsSwitchedOffUntilItIsEnabled() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        assertFalse(extensions.failed("com.example.a", only().file(), FAULT));
        assertEquals(State.FAILED, only().state());
        assertTrue(ExtensionsJson.document(extensions.list(), Instant.EPOCH).contains("\"state\":\"failed\""));
        assertTrue(extensions.failed("com.example.a", only().file(), FAULT));
        assertEquals(State.SWITCHED_OFF, only().state());
        assertEquals(
                "is switched off, since it has failed twice; the last time it threw java.lang.Error: no,"
                        + " at com.example.X.go(X.java:1)",
                only().problem().text());
        extensions.enable("com.example.a");
        assertEquals(State.ACTIVE, only().state());
        assertEquals(List.of(), only().faults());
    }

    @Test
    void failuresOfAFileAreForgottenWhenItIsAnotherOne() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        extensions.failed("com.example.a", only().file(), FAULT);
        Path file = only().file();
        ExtensionJar.of("com.example.a").file("more", "more").write(file);
        assertEquals(List.of(), only().faults());
        assertFalse(extensions.failed("com.example.a", only().file(), FAULT));
    }

    @Test
    void systemsOneIsSeenButNotRemoved() throws Exception {
        ExtensionJar.of("com.example.a").write(home.resolve("product/extensions/a.jar"));
        assertEquals(Extension.Origin.SYSTEM, only().origin());
        PortioException refused = assertThrows(ExtensionException.class, () -> extensions.remove("com.example.a"));
        assertEquals(PortioException.Kind.REFUSED, refused.kind());
    }

    @Test
    void unknownNameGetsTheKnownOnes() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        PortioException unknown = assertThrows(ExtensionException.class, () -> extensions.find("b"));
        assertEquals("unknown extension 'b'; choose from com.example.a", unknown.getMessage());
    }

    @Test
    void oneThatOthersCanWriteIsNotUsed() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Files.setPosixFilePermissions(extensions.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(Problem.Kind.NOT_PRIVATE, only().problem().kind());
        assertTrue(only().problem()
                .text()
                .endsWith("run: chmod go-w " + extensions.folder().toRealPath()));
    }

    @Test
    void oneOfAnotherUserIsNotUsed() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        Extensions strangers = Extensions.of(
                () -> places,
                home.resolve("product"),
                new User("54321", "stranger"),
                Extensions.class.getClassLoader());
        boolean root = User.ofSystem().isRoot();
        assertEquals(root, strangers.list().getFirst().problem() == null);
    }

    @Test
    void anotherExtensionInAFileOfThatNameStays() throws Exception {
        ExtensionJar.of("com.example.b").write(extensions.folder().resolve("com.example.a.jar"));
        extensions.install(jar("com.example.a", "1.0.0"));
        extensions.install(jar("com.example.a", "2.0.0"));
        assertEquals(
                List.of("com.example.a 2.0.0", "com.example.b 1.0.0"),
                extensions.list().stream()
                        .map(extension -> extension.id() + " " + extension.version())
                        .toList());
        extensions.remove("com.example.a");
        assertEquals("com.example.b", only().id());
    }

    @Test
    void whatMayHaveBeenDisabledIsNotEnabledByDamage() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Path memory = extensions.folder().resolveSibling("extensions.json");
        Files.writeString(memory, "{");
        Problem problem = only().problem();
        assertEquals(Problem.Kind.MEMORY_LOST, problem.kind());
        SetAside damage = extensions.damage().getFirst();
        assertEquals(
                "may have been disabled, but PortIO does not know: " + damage.text()
                        + "; to use it, run: portio extension enable com.example.a",
                problem.text());
        assertEquals(State.SWITCHED_OFF, only().state());
        extensions.enable("com.example.a");
        assertEquals(State.ACTIVE, only().state());
        extensions.disable("com.example.a");
        extensions.enable("com.example.a");
        assertEquals(State.ACTIVE, only().state());
    }

    @Test
    void copyThatIsDeletedIsDoneWith() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Files.writeString(extensions.folder().resolveSibling("extensions.json"), "{");
        assertEquals(State.SWITCHED_OFF, only().state());
        Files.delete(extensions.damage().getFirst().copy());
        assertEquals(State.ACTIVE, only().state());
    }

    @Test
    void memoryOfANewerPortioIsNotGuessed() throws Exception {
        extensions.install(jar("com.example.a", "1.0.0"));
        Path memory = extensions.folder().resolveSibling("extensions.json");
        Files.writeString(memory, "{\"schema\": 99, \"writtenBy\": \"PortIO 9.9\", \"extensions\": []}");
        assertEquals(Problem.Kind.MEMORY_UNREADABLE, only().problem().kind());
        assertEquals(
                "may have been disabled, but PortIO does not know: " + memory
                        + " was left unchanged: it was written by a"
                        + " newer PortIO; use that one, or move the file away to start afresh",
                only().problem().text());
        assertEquals(State.NOT_USABLE, only().state());
        assertThrows(ExtensionException.class, () -> extensions.enable("com.example.a"));
    }

    @Test
    void withoutAHomeThoseOfTheSystemAreUsed() throws Exception {
        ExtensionJar.of("com.example.a").write(home.resolve("product/extensions/a.jar"));
        Extensions homeless = Extensions.of(
                () -> Places.of(Map.of(), "Linux", Path.of("?")),
                home.resolve("product"),
                User.ofSystem(),
                Extensions.class.getClassLoader());
        Path more = jar("com.example.b", "1.0.0");
        assertEquals(State.ACTIVE, homeless.list().getFirst().state());
        assertFalse(homeless.failed("com.example.a", homeless.list().getFirst().file(), FAULT));
        assertEquals(List.of(), homeless.damage());
        assertThrows(NoHomeException.class, () -> homeless.install(more));
        assertThrows(NoHomeException.class, () -> homeless.disable("com.example.a"));
        assertThrows(ExtensionException.class, () -> homeless.remove("com.example.a"));
        assertThrows(NoHomeException.class, homeless::folder);
    }
}
