// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.extension.Extensions;
import org.portio.extension.InstalledFeature;
import org.portio.testing.ExtensionJar;

class ExtensionCommandTest {

    private static final String RIGHTS =
            "portio: it runs with your rights: it can read, change and send all that you can\n";

    @TempDir
    private Path home;

    private final Cli cli = new Cli();

    @BeforeEach
    void begin() {
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        cli.extensions = Extensions.of(() -> places, null, User.ofSystem(), ExtensionServices.PROGRAM);
    }

    private String good() {
        return ExtensionJar.of("good")
                .header("Bundle-Name", "Good One")
                .header("Bundle-Vendor", "Ann")
                .write(home.resolve("good.jar"))
                .toString();
    }

    private String bad() {
        return ExtensionJar.of("bad")
                .header("Import-Package", "com.missing")
                .write(home.resolve("bad.jar"))
                .toString();
    }

    @Test
    void saysSoIfThereIsNone() {
        assertEquals(1, cli.run("extension", "list").code());
    }

    @Test
    void installingShowsTheSignerAndAsks() {
        cli.answer = "n";
        Cli.Result refused = cli.run("extension", "install", good());
        assertEquals(4, refused.code());
        assertEquals(
                "portio: installs Good One 1.0.0 by Ann, signed by nobody\n" + RIGHTS + "portio: nothing was changed\n",
                refused.err());
        assertEquals(1, cli.run("extension", "list").code());
    }

    @Test
    void urlOfAFileWillDo() {
        Cli.Result installed =
                cli.run("extension", "install", "--yes", Path.of(good()).toUri().toString());
        assertEquals(0, installed.code(), installed.err());
        assertEquals("Installed good 1.0.0.\n", installed.out());
        assertEquals(
                2,
                cli.run("extension", "install", "--yes", "file://elsewhere/x.jar")
                        .code());
        assertEquals(1, cli.run("extension", "install", "--yes", "absent.jar").code());
    }

    @Test
    void oneThatLacksSomethingIsInstalledAndExplained() {
        Cli.Result installed = cli.run("extension", "install", "--yes", bad());
        assertEquals(5, installed.code());
        String reason =
                "needs the package com.missing, which neither PortIO nor an extension has; install the extension"
                        + " that has it\n";
        assertTrue(installed.err().endsWith("portio: it is not used: it " + reason), installed.err());
        Cli.Result list = cli.run("extension", "list");
        assertEquals(
                List.of(
                        "Extension  Version  Vendor  Folder  Feature  State       Brings",
                        "bad        1.0.0    -       user    -        not usable  -"),
                list.lines());
        assertEquals("portio: bad " + reason, list.err());
        Cli.Result why = cli.run("extension", "why", "bad");
        assertEquals(1, why.code());
        assertEquals("bad 1.0.0: not usable; it " + reason.strip(), why.lines().getFirst());
    }

    @Test
    void featureIsExplainedAndRemovedAsAWhole() throws Exception {
        Path other = ExtensionJar.of("other").write(home.resolve("other.jar"));
        InstalledFeature feature =
                new InstalledFeature("all", "2.0.0", "All of it", "https://example.org/", List.of("good", "other"));
        cli.extensions.install(
                List.of(cli.extensions.examine(Path.of(good())), cli.extensions.examine(other)), List.of(feature));
        Cli.Result why = cli.run("extension", "why", "other");
        assertTrue(why.out().contains("  feature    All of it 2.0.0 from https://example.org/\n"), why.out());
        Cli.Result json = cli.run("extension", "list", "--json");
        assertTrue(
                json.out()
                        .contains("\"features\":[{\"id\":\"all\",\"version\":\"2.0.0\",\"name\":\"All of it\","
                                + "\"repository\":\"https://example.org/\"}]"),
                json.out());

        assertEquals(
                "Removed good, other.\n",
                cli.run("extension", "remove", "--yes", "all of it").out());

        assertEquals(1, cli.run("extension", "list").code());
    }

    @Test
    void disablesEnablesAndRemoves() {
        cli.run("extension", "install", "--yes", good());
        assertEquals(
                "Disabled good.\n", cli.run("extension", "disable", "good one").out());
        assertEquals(
                "portio: to use it again: portio extension enable good\n",
                cli.run("extension", "why", "good").err());
        assertTrue(cli.run("extension", "list", "--json").out().contains("\"state\":\"disabled\""));
        assertEquals("Enabled good.\n", cli.run("extension", "enable", "good").out());
        assertEquals(0, cli.run("extension", "why", "good").code());
        assertEquals(
                "Removed good.\n",
                cli.run("extension", "remove", "--yes", "good.jar").out());
        assertFalse(Files.exists(home.resolve("data/extensions/good.jar")));
        assertEquals(
                new Cli.Result(1, "", "portio: unknown extension 'good'; none is installed\n"),
                cli.run("extension", "enable", "good"));
    }

    @Test
    void refusesWhatIsNotAnExtension() throws Exception {
        Path file = Files.writeString(home.resolve("x.jar"), "x");
        Cli.Result refused = cli.run("extension", "install", "--yes", file.toString());
        assertEquals(
                new Cli.Result(4, "", "portio: " + file + " is not a jar, or damaged: zip END header not found\n"),
                refused);
    }

    @Test
    void fileThatDoesNotExistIsToldBeforeAnythingIsAsked() {
        assertEquals(
                new Cli.Result(1, "", "portio: absent.jar does not exist\n"),
                cli.run("extension", "install", "absent.jar"));
    }

    @Test
    void lookingNeedsNoHome() {
        Path product = home.resolve("product");
        ExtensionJar.of("good").write(product.resolve("extensions/good.jar"));
        cli.extensions = Extensions.of(
                () -> Places.of(Map.of(), "Linux", Path.of("?")), product, User.ofSystem(), ExtensionServices.PROGRAM);
        Cli.Result list = cli.run("extension", "list");
        assertEquals(0, list.code());
        assertEquals(
                "good       1.0.0    -       system  -        active  -",
                list.lines().get(1));
        assertTrue(list.err().startsWith("portio: only the extensions of the system are known; PortIO does not know"));
        assertEquals(0, cli.run("extension", "why", "good").code());
        assertEquals(4, cli.run("extension", "disable", "good").code());
        Cli.Result install = cli.run("extension", "install", "--yes", good());
        assertEquals(4, install.code());
        assertTrue(install.err().startsWith("portio: PortIO does not know"), install.err());
        cli.answer = "n";
        Cli.Result remove = cli.run("extension", "remove", "good");
        assertTrue(remove.err().startsWith("portio: good belongs to the installation of PortIO"), remove.err());
    }

    @Test
    void changeNeverMeetsOneOfSeveralByChance() {
        ExtensionJar.of("one").header("Bundle-Name", "Same").write(home.resolve("data/extensions/one.jar"));
        ExtensionJar.of("two").header("Bundle-Name", "Same").write(home.resolve("data/extensions/two.jar"));
        assertEquals(
                new Cli.Result(2, "", "portio: several extensions are called 'same'; choose from one, two\n"),
                cli.run("extension", "remove", "--yes", "same"));
        assertEquals(2, cli.run("extension", "disable", "same").code());
        assertEquals(
                2,
                cli.run("extension", "why", "same").lines().stream()
                        .filter(line -> line.contains(": active"))
                        .count());
    }

    @Test
    void removingNamesEachFileOfAnExtension() {
        ExtensionJar.of("one").write(home.resolve("data/extensions/a.jar"));
        ExtensionJar.of("one").header("Bundle-Version", "2.0.0").write(home.resolve("data/extensions/b.jar"));
        cli.answer = "y";
        Cli.Result removed = cli.run("extension", "remove", "a.jar");
        assertEquals(
                "portio: deletes " + home.resolve("data/extensions/a.jar") + "\nportio: deletes "
                        + home.resolve("data/extensions/b.jar") + "\n",
                removed.err());
        assertEquals(1, cli.run("extension", "list").code());
    }
}
