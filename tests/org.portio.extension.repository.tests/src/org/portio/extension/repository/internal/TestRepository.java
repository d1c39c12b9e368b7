// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.portio.testing.ExtensionJar;

/** Makes a repository as a test needs it. */
final class TestRepository {

    private final Path folder;
    private final List<String> units = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();

    TestRepository(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a bundle.
     *
     * @param requires each such as {@code osgi.bundle org.example.base [1.0,2.0)}
     */
    TestRepository bundle(String id, String version, String... requires) throws IOException {
        Path jar = folder.resolve("plugins").resolve(id + "_" + version + ".jar");
        ExtensionJar.of(id).header("Bundle-Version", version).write(jar);
        artifacts.add("""
                <artifact classifier="osgi.bundle" id="%s" version="%s"><properties size="2">
                <property name="download.size" value="%d"/><property name="download.checksum.sha-256" value="%s"/>
                </properties></artifact>
                """.formatted(id, version, Files.size(jar), hash(jar)));
        units.add("""
                <unit id="%1$s" version="%2$s">
                <provides size="2"><provided namespace="org.eclipse.equinox.p2.iu" name="%1$s" version="%2$s"/>
                <provided namespace="osgi.bundle" name="%1$s" version="%2$s"/></provides>
                %3$s
                <artifacts size="1"><artifact classifier="osgi.bundle" id="%1$s" version="%2$s"/></artifacts>
                <touchpoint id="org.eclipse.equinox.p2.osgi" version="1.0.0"/>
                </unit>
                """.formatted(id, version, required(List.of(requires))));
        return this;
    }

    /** Adds a feature that includes these bundles, each as its id and version. */
    TestRepository feature(String id, String version, String... bundles) {
        List<String> requires = Stream.of(bundles)
                .map(text -> text.split(" "))
                .map(bundle -> "org.eclipse.equinox.p2.iu %s [%s,%s]".formatted(bundle[0], bundle[1], bundle[1]))
                .toList();
        return featureWith(id, version, requires);
    }

    TestRepository featureWith(String id, String version, List<String> requires) {
        units.add("""
                <unit id="%1$s.feature.group" version="%2$s" singleton="true">
                <properties size="3"><property name="org.eclipse.equinox.p2.name" value="The %1$s"/>
                <property name="org.eclipse.equinox.p2.provider" value="Example"/>
                <property name="org.eclipse.equinox.p2.type.group" value="true"/></properties>
                <provides size="1"><provided namespace="org.eclipse.equinox.p2.iu" name="%1$s.feature.group" version="%2$s"/></provides>
                %3$s
                <touchpoint id="null" version="0.0.0"/>
                <licenses size="1"><license>You may use it.</license></licenses>
                </unit>
                """.formatted(id, version, required(requires)));
        return this;
    }

    private static String required(List<String> requires) {
        StringBuilder text = new StringBuilder("<requires size=\"" + requires.size() + "\">");
        for (String one : requires) {
            String[] parts = one.split(" ");
            text.append(
                    "<required namespace=\"%s\" name=\"%s\" range=\"%s\"/>".formatted(parts[0], parts[1], parts[2]));
        }
        return text + "</requires>";
    }

    private static String hash(Path jar) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a repository whose lists are plain files; returns its address. */
    URI write() throws IOException {
        Files.writeString(folder.resolve("content.xml"), content());
        Files.writeString(folder.resolve("artifacts.xml"), artifactList());
        return folder.toUri();
    }

    /** Writes one whose lists are packed. */
    URI writePacked() throws IOException {
        zip(folder.resolve("content.jar"), "content.xml", content());
        zip(folder.resolve("artifacts.jar"), "artifacts.xml", artifactList());
        return folder.toUri();
    }

    private static void zip(Path file, String entry, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private String content() {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <?metadataRepository version='1.2.0'?>
                <repository name='Example' type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository' version='1'>
                <units size='%d'>%s</units>
                </repository>
                """.formatted(units.size(), String.join("", units));
    }

    private String artifactList() {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <?artifactRepository version='1.1.0'?>
                <repository name='Example' type='org.eclipse.equinox.p2.artifact.repository.simpleRepository' version='1'>
                <mappings size='1'><rule filter='(&amp; (classifier=osgi.bundle))' output='${repoUrl}/plugins/${id}_${version}.jar'/></mappings>
                <artifacts size='%d'>%s</artifacts>
                </repository>
                """.formatted(artifacts.size(), String.join("", artifacts));
    }
}
