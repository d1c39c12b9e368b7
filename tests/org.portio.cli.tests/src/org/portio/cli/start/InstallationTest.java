// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A product of two bundles, {@code a} and {@code b}. */
class InstallationTest {

    private static final String A = "a,1.0.0,plugins/a_1.jar,4,false";
    private static final String B = "b,2.0.0.v2026,plugins/b_2.jar,4,true";

    @TempDir
    private Path product;

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(product.resolve("plugins"));
        Files.createDirectories(list().getParent());
        writeJar("a_1.jar");
        writeJar("b_2.jar");
        write(A, B);
    }

    @Test
    void aSoundProductHasNoDamage() {
        assertEquals(List.of(), damage());
        assertEquals("#encoding=UTF-8\n#version=1\n" + A + "\n" + B + "\n", find().list());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b;2.0.0,plugins/b_2.jar,4,true",
                "b,2.0.0,plugins/b_2.jar,4",
                "b,2.0.0,plugins/b_2.jar,four,true",
                "b,2.0.0,plugins/b_2.jar,99999999999,true",
                "b,2.x,plugins/b_2.jar,4,true",
                "b,2.0.0,,4,true",
                "b,2.0.0,http://example.org/b_2.jar,4,true",
                "b,2.0.0,plugins/%b_2.jar,4,true",
                "b,2.0.0,plugins/b_2.jar,4,true,5",
                "#version=2",
                "\u0000\u0001\u001b[31m",
            })
    void aLineThatIsNotValidIsNamedAndItsBundleLeftOut(String line) throws IOException {
        write(A, line);

        assertEquals(List.of(Damage.Kind.LINE, Damage.Kind.UNLISTED), kinds());
        assertEquals(List.of(A), find().lines());
        assertFalse(find().damage().getFirst().text().contains("\u001b"));
    }

    @Test
    void aLineThatIsGoneIsNamedByItsJar() throws IOException {
        write(A);

        assertEquals(List.of("plugins/b_2.jar has no valid line in bundles.info"), damage());
    }

    @Test
    void aListOfAnyBytesIsRead() throws IOException {
        Files.write(list(), new byte[] {(byte) 0xff, (byte) 0xfe, '\n', 'x'});

        assertEquals(List.of(Damage.Kind.LINE, Damage.Kind.LINE, Damage.Kind.UNLISTED, Damage.Kind.UNLISTED), kinds());
    }

    @Test
    void aListThatIsGoneIsNamed() throws IOException {
        Files.delete(list());

        assertEquals(Damage.Kind.LIST, find().damage().getFirst().kind());
        assertEquals(List.of(), find().lines());
    }

    @Test
    void aMissingJarIsNamed() throws IOException {
        Files.delete(jar());

        assertEquals(List.of("plugins/b_2.jar is missing"), damage());
        assertEquals(List.of(A), find().lines());
    }

    @Test
    void aJarIsBrokenAtWhateverLengthItIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(jar());
        for (int length = 0; length < whole.length; length++) {
            Files.write(jar(), Arrays.copyOf(whole, length));
            assertEquals(List.of("plugins/b_2.jar is damaged"), damage(), "at " + length);
        }
    }

    @Test
    void aJarOfOtherContentIsBroken() throws IOException {
        Files.write(jar(), new byte[(int) Files.size(jar())]);
        assertEquals(List.of("plugins/b_2.jar is damaged"), damage());

        Files.delete(jar());
        Files.createDirectory(jar());
        assertEquals(List.of("plugins/b_2.jar is damaged"), damage());
    }

    @Test
    void oneByteThatIsWrongInsideIsFoundByTheThoroughCheck() throws IOException {
        byte[] bytes = Files.readAllBytes(jar());
        int inside = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Manifest-Version");
        bytes[inside]++;
        Files.write(jar(), bytes);

        assertEquals(List.of(), damage());
        assertEquals(
                List.of("plugins/b_2.jar is damaged"),
                thoroughDamage().stream().filter(text -> text.contains("b_2")).toList());
    }

    @Test
    void theThoroughCheckReadsTheMainJarToo() throws IOException {
        Path main = product.resolve("lib/portio-cli.jar");
        Files.createDirectories(main.getParent());
        assertEquals(List.of("lib/portio-cli.jar is missing"), thoroughDamage());

        Files.copy(jar(), main);
        assertEquals(List.of(), thoroughDamage());

        byte[] bytes = Files.readAllBytes(main);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Version")]++;
        Files.write(main, bytes);
        assertEquals(List.of("lib/portio-cli.jar is damaged"), thoroughDamage());
    }

    private List<String> thoroughDamage() {
        return new Installation(product).damage().stream().map(Damage::text).toList();
    }

    private Installation.Findings find() {
        return new Installation(product).findings();
    }

    private List<String> damage() {
        return find().damage().stream().map(Damage::text).toList();
    }

    private List<Damage.Kind> kinds() {
        return find().damage().stream().map(Damage::kind).toList();
    }

    private Path list() {
        return product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
    }

    private Path jar() {
        return product.resolve("plugins/b_2.jar");
    }

    private void write(String... lines) throws IOException {
        Files.writeString(list(), "#encoding=UTF-8\n#version=1\n" + String.join("\n", lines) + "\n");
    }

    /** Uncompressed, so that its bytes are known. */
    private void writeJar(String name) throws IOException {
        byte[] content = "Manifest-Version: 1.0\n".getBytes(StandardCharsets.US_ASCII);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(product.resolve("plugins/" + name)))) {
            jar.setLevel(0);
            jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            jar.write(content);
            jar.closeEntry();
        }
    }
}
