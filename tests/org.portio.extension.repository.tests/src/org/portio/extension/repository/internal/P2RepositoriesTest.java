// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.repository.Feature;
import org.portio.extension.repository.Obstacle;
import org.portio.extension.repository.Plan;
import org.portio.extension.repository.Repository;
import org.portio.extension.repository.RepositoryAddress;

/** Installing from repositories in folders and archives. */
class P2RepositoriesTest extends RepositoryTest {

    @Test
    void featureBringsWhatItNeedsAndGoesWithoutWhatOthersNeed() throws Exception {
        URI location = twoFeatures().write();
        install(location, "org.example.first");
        assertEquals(List.of("org.example.base 1.0.0", "org.example.one 1.0.0"), installed());
        Extension one = extensions.find("The org.example.first").getLast();
        assertEquals("org.example.first", one.features().getFirst().id());
        assertEquals(location.toString(), one.features().getFirst().repository());
        install(location, "org.example.second");

        extensions.remove("org.example.one");

        assertEquals(List.of("org.example.base 1.0.0", "org.example.two 1.0.0"), installed());
        extensions.remove("org.example.second");
        assertEquals(List.of(), installed());
        assertEquals(List.of(), extensions.features());
    }

    @Test
    void jarThatWasThereByHandStays() throws Exception {
        URI location = twoFeatures().write();
        extensions.install(folder.resolve("plugins/org.example.base_1.0.0.jar"));
        install(location, "org.example.first");
        extensions.remove("org.example.first");
        assertEquals(List.of("org.example.base 1.0.0"), installed());
    }

    @Test
    void offersNameVendorAndLicenceAndMarksWhatIsInstalled() throws Exception {
        URI location = twoFeatures().writePacked();
        install(location, "org.example.second");
        try (Repository repository = open(location)) {
            assertEquals("Example", repository.name());
            assertEquals(
                    List.of(
                            new Feature(
                                    "org.example.first",
                                    "1.0.0",
                                    "The org.example.first",
                                    "Example",
                                    "",
                                    "You may use it.",
                                    ""),
                            new Feature(
                                    "org.example.second",
                                    "1.0.0",
                                    "The org.example.second",
                                    "Example",
                                    "",
                                    "You may use it.",
                                    "1.0.0")),
                    features(repository));
        }
    }

    @Test
    void newerVersionTakesThePlaceOfTheOlder() throws Exception {
        install(twoFeatures().write(), "org.example.first");
        URI newer = new TestRepository(folder)
                .bundle("org.example.other", "1.0.0")
                .bundle("org.example.one", "2.0.0", "osgi.bundle org.example.other 0.0.0")
                .feature("org.example.first", "2.0.0", "org.example.one 2.0.0")
                .write();
        try (Repository repository = open(newer)) {
            Plan plan = plan(repository, "org.example.first");
            assertEquals("1.0.0", plan.parts().getFirst().replaces());
        }
        install(newer, "org.example.first");
        assertEquals(List.of("org.example.one 2.0.0", "org.example.other 1.0.0"), installed());
    }

    @Test
    void whatIsMissingIsNamedWithWhoNeedsIt() throws Exception {
        URI location = new TestRepository(folder)
                .bundle("org.example.one", "1.0.0", "java.package org.example.nowhere [3.0,4.0)")
                .feature("org.example.first", "1.0.0", "org.example.one 1.0.0")
                .write();
        try (Repository repository = open(location)) {
            Obstacle obstacle =
                    plan(repository, "org.example.first").obstacles().getFirst();
            assertEquals(
                    new Obstacle(
                            Obstacle.Kind.MISSING,
                            "the package org.example.nowhere",
                            "[3.0.0,4.0.0)",
                            "org.example.one 1.0.0",
                            ""),
                    obstacle);
        }
    }

    @Test
    void partOfPortioIsNeverReplaced() throws Exception {
        URI location = new TestRepository(folder)
                .bundle(PART, "9.9.9")
                .feature("org.example.first", "1.0.0", PART + " 9.9.9")
                .write();
        try (Repository repository = open(location)) {
            Obstacle obstacle =
                    plan(repository, "org.example.first").obstacles().getFirst();
            assertEquals(Obstacle.Kind.PART_OF_PORTIO, obstacle.kind());
            assertEquals(product.versions().get(PART), obstacle.present());
        }
    }

    @Test
    void otherContentThanPromisedIsRefusedAndLeavesNothing() throws Exception {
        TestRepository repository = new TestRepository(folder)
                .bundle("org.example.base", "1.0.0")
                .bundle("org.example.one", "1.0.0", "osgi.bundle org.example.base 0.0.0")
                .feature("org.example.first", "1.0.0", "org.example.one 1.0.0");
        URI location = repository.write();
        Path jar = folder.resolve("plugins/org.example.one_1.0.0.jar");
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length - 1]++;
        Files.write(jar, bytes);
        ExtensionException refused =
                assertThrows(ExtensionException.class, () -> install(location, "org.example.first"));
        assertEquals(PortioException.Kind.REFUSED, refused.kind());
        assertTrue(
                refused.getMessage()
                        .contains("the jar of org.example.one 1.0.0 does not have the checksum that the repository"
                                + " states"),
                refused.getMessage());
        assertEquals(List.of(), installed());
    }

    @Test
    void upgradedPortioKnowsWhatIsInstalled() throws Exception {
        URI location = twoFeatures().write();
        install(location, "org.example.first");
        Map<String, String> versions = new LinkedHashMap<>(product.versions());
        versions.put(PART, "7.0.0");
        Product upgraded =
                Product.of(versions, new ArrayList<>(product.base().getProvidedCapabilities()), product.environment());
        try (Repository repository = open(location, upgraded)) {
            assertEquals(
                    List.of(true, false),
                    features(repository).stream().map(Feature::isInstalled).toList());
            Plan plan = plan(repository, "org.example.second");
            assertEquals(
                    List.of("org.example.two"),
                    plan.parts().stream().map(Plan.Part::id).toList());
        }
    }

    @Test
    void folderWithoutRepositoryIsNotFound() throws Exception {
        Files.createDirectories(folder);
        ExtensionException failure = assertThrows(ExtensionException.class, () -> open(folder.toUri()));
        assertEquals(PortioException.Kind.NOT_FOUND, failure.kind());
    }

    @Test
    void archiveIsARepositoryToo() throws Exception {
        twoFeatures().write();
        Path archive = home.resolve("site.zip");
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(archive));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new java.util.zip.ZipEntry(folder.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        install(RepositoryAddress.parse(archive.toString()), "org.example.second");
        assertEquals(List.of("org.example.base 1.0.0", "org.example.two 1.0.0"), installed());
    }

    @Test
    void cancelledDownloadLeavesNothing() throws Exception {
        URI location = twoFeatures().write();
        try (Repository repository = open(location)) {
            Plan plan = plan(repository, "org.example.first");
            NullProgressMonitor cancelled = new NullProgressMonitor();
            cancelled.setCanceled(true);
            assertThrows(OperationCanceledException.class, () -> repository.download(plan, cancelled));
        }
        assertEquals(List.of(), installed());
    }

    @Test
    void closedRepositoryLeavesNoFolder() throws Exception {
        URI location = twoFeatures().write();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> before = kept(temporary);
        open(location).close();
        assertFalse(kept(temporary).stream().anyMatch(path -> !before.contains(path)));
    }

    private static List<Path> kept(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("portio-repository-"))
                    .toList();
        }
    }
}
