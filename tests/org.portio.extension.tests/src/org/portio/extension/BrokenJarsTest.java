// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.testing.ExtensionJar;

/** Each broken jar is named with one line, and no other extension suffers. */
class BrokenJarsTest {

    private static final int JAVA = Runtime.version().feature();

    @TempDir
    private Path home;

    private Extensions extensions;

    @BeforeEach
    void begin() {
        ExtensionJar.of("org.portio.core")
                .header("Bundle-Version", "0.1.0.202611280000")
                .header("Export-Package", "org.portio.core;version=\"0.1.0\",org.portio.core.port;version=\"0.1.0\"")
                .write(home.resolve("product/plugins/org.portio.core_0.1.0.jar"));
        ExtensionJar.of("org.eclipse.ui;singleton:=true")
                .header("Bundle-Version", "3.208.0")
                .header("Export-Package", "org.eclipse.ui.split;part=mine;mandatory:=\"part\"")
                .header("Provide-Capability", "osgi.extender;osgi.extender=\"osgi.component\";version:Version=\"1.5\"")
                .write(home.resolve("product/plugins/org.eclipse.ui_3.208.0.jar"));
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        extensions = Extensions.of(
                () -> places, home.resolve("product"), User.ofSystem(), Extensions.class.getClassLoader());
        jar("good").write(folder("good.jar"));
    }

    private static ExtensionJar jar(String id) {
        return ExtensionJar.of(id)
                .header(
                        "Require-Capability",
                        "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=25))\",osgi.extender;filter:="
                                + "\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"")
                .header("Import-Package", "org.portio.core;version=\"[0.1,1)\",javax.xml.parsers,java.util")
                .header("Require-Bundle", "org.eclipse.ui");
    }

    private Path folder(String file) {
        return home.resolve("data/extensions").resolve(file);
    }

    private void assertWhy(Problem.Kind kind, String text, String id) {
        Extension broken = extensions.list().stream()
                .filter(extension -> extension.id().equals(id) && extension.problem() != null)
                .findFirst()
                .orElseThrow();
        assertEquals(text, broken.problem().text());
        assertEquals(kind, broken.problem().kind());
        assertEquals(Extension.State.NOT_USABLE, broken.state());
        assertGood("good");
    }

    private void assertGood(String id) {
        Extension good = extensions.list().stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertNull(good.problem());
    }

    @Test
    void missingImport() {
        jar("bad").header("Import-Package", "org.portio.core,com.missing").write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.PACKAGE_MISSING,
                "needs the package com.missing, which neither PortIO nor an extension has; install the extension that"
                        + " has it",
                "bad");
    }

    @Test
    void packageThatPortioKeepsToItself() {
        jar("bad").header("Import-Package", "org.portio.core.internal.x").write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.PACKAGE_MISSING,
                "needs the package org.portio.core.internal.x, which org.portio.core keeps to itself, or does not have",
                "bad");
    }

    @Test
    void versionRange() {
        jar("bad")
                .header("Require-Bundle", "org.eclipse.ui;bundle-version=\"[4.0,5.0)\"")
                .write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.BUNDLE_VERSION,
                "needs the bundle org.eclipse.ui [4.0.0,5.0.0), but here it is version 3.208.0",
                "bad");
    }

    @Test
    void packageOfWhichSeveralBundlesHaveAPart() {
        jar("bad").header("Import-Package", "org.eclipse.ui.split").write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.PACKAGE_VERSION,
                "needs the package org.eclipse.ui.split, but org.eclipse.ui of PortIO has a part of it, which cannot be"
                        + " imported; require the bundle (Require-Bundle)",
                "bad");
        jar("better").header("Import-Package", "org.eclipse.ui.split;part=mine").write(folder("better.jar"));
        assertEquals(List.of(), problems("better"));
    }

    private List<Problem> problems(String id) {
        return extensions.list().stream()
                .filter(extension -> extension.id().equals(id) && extension.problem() != null)
                .map(Extension::problem)
                .toList();
    }

    @Test
    void otherVersionOfPortio() {
        jar("bad")
                .header("Import-Package", "org.portio.core.port;version=\"2.0\"")
                .write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.PORTIO_VERSION,
                "needs the package org.portio.core.port 2.0.0 or later, but this PortIO (0.1) has it in version 0.1.0",
                "bad");
    }

    @Test
    void chainIsToldToItsEnd() throws ExtensionException {
        jar("a").header("Import-Package", "b.api").write(folder("a.jar"));
        jar("b").header("Import-Package", "c.api")
                .header("Export-Package", "b.api")
                .write(folder("b.jar"));
        jar("c").header("Export-Package", "c.api").write(folder("c.jar"));
        assertGood("a");
        extensions.disable("c");
        assertWhy(
                Problem.Kind.DISABLED,
                "needs the package b.api, which b 1.0.0 has; b 1.0.0 needs the package c.api, which c 1.0.0 has;"
                        + " c 1.0.0 is disabled",
                "a");
    }

    @Test
    void circleIsGoodUnlessOneOfItLacksSomething() {
        jar("a").header("Import-Package", "b.api")
                .header("Export-Package", "a.api")
                .write(folder("a.jar"));
        ExtensionJar b = jar("b").header("Export-Package", "b.api");
        b.header("Import-Package", "a.api").write(folder("b.jar"));
        assertGood("a");
        assertGood("b");
        b.header("Import-Package", "a.api,com.missing").write(folder("b.jar"));
        assertWhy(
                Problem.Kind.PACKAGE_MISSING,
                "needs the package b.api, which b 1.0.0 has; b 1.0.0 needs the package com.missing, which neither"
                        + " PortIO nor an extension has; install the extension that has it",
                "a");
    }

    @Test
    void noManifest() {
        ExtensionJar.plain().file("x", "x").write(folder("bad.jar"));
        assertWhy(Problem.Kind.NOT_A_BUNDLE, "is not an OSGi bundle: it has no manifest", "bad.jar");
    }

    @Test
    void plainJar() {
        ExtensionJar.plain().header("Main-Class", "x.Main").write(folder("bad.jar"));
        assertWhy(Problem.Kind.NOT_A_BUNDLE, "is not an OSGi bundle: it has no Bundle-SymbolicName", "bad.jar");
    }

    @Test
    void corruptJars() throws IOException {
        Files.writeString(folder("bad.jar"), "not a jar");
        assertWhy(Problem.Kind.CORRUPT, "is not a jar, or damaged: zip END header not found", "bad.jar");
        byte[] whole =
                Files.readAllBytes(jar("half").file("data", "x".repeat(1000)).write(home.resolve("half.jar")));
        whole[whole.length / 4] ^= 0x55;
        Files.write(folder("bad.jar"), whole);
        assertTrue(extensions.list().stream()
                .anyMatch(extension ->
                        extension.problem() != null && extension.problem().kind() == Problem.Kind.CORRUPT));
    }

    @Test
    void classForALaterJava() {
        byte[] header = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 120, 0, 0};
        jar("bad").file("x/Y.class", header).write(folder("bad.jar"));
        assertWhy(Problem.Kind.JAVA, "has classes for Java 76 (x/Y.class), but PortIO runs on Java " + JAVA, "bad");
    }

    @Test
    void wrongJavaInTheManifest() {
        jar("bad")
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
                .write(folder("bad.jar"));
        assertWhy(Problem.Kind.JAVA, "needs Java 99, but PortIO runs on Java " + JAVA, "bad");
        jar("bad")
                .header("Require-Capability", "osgi.ee;filter:=\"(osgi.ee=UNKNOWN)\"")
                .write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.JAVA,
                "needs Java 'UNKNOWN' in its manifest, which is not a Java; build it with a tool that knows Java "
                        + JAVA,
                "bad");
    }

    @Test
    void olderWayToNameTheJava() {
        ExtensionJar bad = ExtensionJar.of("bad").header("Bundle-RequiredExecutionEnvironment", "J2SE-1.5,JavaSE-25");
        bad.write(folder("bad.jar"));
        assertGood("bad");
        bad.header("Bundle-RequiredExecutionEnvironment", "JavaSE-98").write(folder("bad.jar"));
        assertWhy(Problem.Kind.JAVA, "needs Java 98, but PortIO runs on Java " + JAVA, "bad");
    }

    @Test
    void twoVersionsAndTheSameTwice() {
        jar("bad").header("Bundle-Version", "2.0.0").write(folder("z.jar"));
        jar("bad").write(folder("y.jar"));
        assertWhy(Problem.Kind.OLDER, "is an older version of " + folder("z.jar") + ", which is used", "bad");
        jar("bad").header("Bundle-Version", "2.0.0").write(folder("y.jar"));
        assertWhy(
                Problem.Kind.DUPLICATE, "is the same extension as " + folder("y.jar") + ", in the same version", "bad");
    }

    @Test
    void nameOfAPartOfPortio() {
        jar("org.portio.core").write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.NAME_TAKEN, "has the name of a part of PortIO, which is used instead", "org.portio.core");
    }

    @Test
    void fragmentWithoutItsHost() {
        ExtensionJar.of("bad").header("Fragment-Host", "com.absent").write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.HOST_MISSING,
                "is a fragment of com.absent, which neither PortIO nor an extension has",
                "bad");
    }

    @Test
    void bomb() {
        jar("bad").file("zeros", new byte[64 << 20]).write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.TOO_LARGE,
                "unpacks to 64 MiB in 2 files, which is more than an extension may have",
                "bad.jar");
    }

    @Test
    void unreadableFile() throws Exception {
        assumeFalse(User.ofSystem().isRoot(), "root may read every file; RightsTest of the product tries it then");
        Files.createFile(folder("bad.jar"));
        Files.setPosixFilePermissions(folder("bad.jar"), Set.of());
        assertWhy(
                Problem.Kind.UNREADABLE,
                "cannot be read; check its permissions with: ls -l " + folder("bad.jar"),
                "bad.jar");
    }

    @Test
    void folderOfThatName() throws IOException {
        Files.createDirectories(folder("bad.jar"));
        assertWhy(Problem.Kind.CORRUPT, "is not a file", "bad.jar");
    }

    @Test
    void headerThatNoToolWrote() {
        jar("bad").header("Import-Package", "x;version=\"[1,\"").write(folder("bad.jar"));
        assertWhy(Problem.Kind.NOT_A_BUNDLE, "is not an OSGi bundle: '[1,' is not a version", "bad.jar");
    }
}
