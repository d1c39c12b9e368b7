// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.product.Product.Result;

/** A product some of whose files are missing or damaged says so, and continues with the rest. */
class BrokenProductTest extends CopiedProduct {

    /** A way to break a jar. */
    enum Harm {
        MISSING,
        EMPTY,
        CUT_OFF,
        GARBAGE,
        INSIDE
    }

    /** A script that starts the program until a window has been on the screen, at most ten times: the listener may be late at first. */
    private static final String AWAIT_ANY_WINDOW =
            "xev -root -event substructure >\"$1\" & xev=$!; for _ in 1 2 3 4 5 6 7 8 9 10; do"
                    + " \"$0\" workbench; grep -q MapNotify \"$1\" && break; done;"
                    + " kill $xev; wait $xev; grep -q MapNotify \"$1\"";

    private static final String AWAIT_CLASSES = "until find \"$0\" -name '*.aot' | grep -q .; do sleep 0.2; done";
    private static final String MAIN_JAR = "lib/portio-cli.jar";

    @ParameterizedTest
    @EnumSource(Harm.class)
    void aCommandWhoseJarIsBrokenNamesItAndDoesNotAnswerFree(Harm harm) throws Exception {
        assumeTrue(harm != Harm.INSIDE, "what Java does with a wrong byte depends on where it is");
        for (String bundle : List.of("org.portio.core", "org.portio.core.linux", "org.portio.cli")) {
            Path jar = harm(bundle, harm);

            Result result = Product.run(environment(), List.of(portio(), "check-port", "1", "TCP"));

            assertEquals(70, result.exitCode(), bundle + ": " + result);
            assertTrue(result.err().contains(jar.getFileName().toString()), result.err());
            assertTrue(result.err().contains("reinstall PortIO"), result.err());
            assertFalse(result.err().contains("\tat "), result.err());
            restore(jar);
        }
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void withoutAWholeMainJarBothDoorsSaySo(Harm harm) throws Exception {
        harm(product.resolve(MAIN_JAR), harm);

        for (String command : List.of("check-port 1 TCP", "doctor", "workbench")) {
            assertSaysThatTheMainJarIsDamaged(run(command), harm.toString());
        }
    }

    @Test
    void oneWrongByteOfTheMainJarIsFoundWhereverItIs() throws Exception {
        Path jar = product.resolve(MAIN_JAR);
        byte[] whole = Files.readAllBytes(jar);
        Files.delete(jar);
        for (int at = 0; at < whole.length; at += whole.length / 16) {
            Files.write(jar, changed(whole, at));
            assertSaysThatTheMainJarIsDamaged(run("check-port 1 TCP"), "at " + at);
        }
        Files.write(jar, whole);
        assertEquals(0, run("--version").exitCode(), "one that is whole again is taken");
    }

    private static void assertSaysThatTheMainJarIsDamaged(Result result, String how) {
        assertEquals(70, result.exitCode(), how + ": " + result);
        assertTrue(result.err().contains(MAIN_JAR + " is missing or damaged. To fix this, reinstall"), result.err());
    }

    /** Starts Java without the start script, which would have found the damage. */
    @Test
    void aMainJarThatCannotSayWhatIsDamagedIsNamed() throws Exception {
        Path jar = product.resolve(MAIN_JAR);
        byte[] whole = Files.readAllBytes(jar);
        String report = "org/portio/cli/start/Report.class";
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf(report) + report.length();
        Files.delete(jar);
        Files.write(jar, changed(whole, at + 1));
        Path missing = harm("org.portio.core", Harm.MISSING);
        assertFalse(Files.exists(missing));

        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Result result = Product.run(environment(), List.of(java, "-jar", jar.toString(), "check-port", "1", "TCP"));

        assertEquals(70, result.exitCode(), result.toString());
        assertTrue(result.err().contains(jar + " is damaged. To fix this, reinstall"), result.err());
    }

    @Test
    void aMainJarThatBreaksOnceItsClassesAreKeptIsFound() throws Exception {
        assertEquals(1, run("check-port 1 TCP").exitCode());
        Product.run(Map.of(), List.of("sh", "-c", AWAIT_CLASSES, environment().get("PORTIO_HOME")));

        harm(product.resolve(MAIN_JAR), Harm.CUT_OFF);

        assertEquals(70, run("check-port 1 TCP").exitCode());
    }

    @Test
    void doctorFindsBrokenJarsThatTheCommandLineDoesNotNeed() throws Exception {
        Map<Harm, Path> jars = new EnumMap<>(Harm.class);
        Iterator<String> bundles = List.of("firewall.ui", "reservation.ui", "server.ui", "core.ui", "app")
                .iterator();
        for (Harm harm : Harm.values()) {
            jars.put(harm, harm("org.portio." + bundles.next(), harm));
        }

        Result doctor = Product.run(environment(), List.of(portio(), "doctor"));

        assertEquals(1, doctor.exitCode());
        jars.forEach((harm, jar) -> {
            String found = "[!] installation: plugins/" + jar.getFileName() + " is "
                    + (harm == Harm.MISSING ? "missing" : "damaged");
            assertTrue(doctor.out().contains(found), doctor.out());
        });
    }

    /** Each start of a window costs seconds, so that several parts are broken at once. */
    @ParameterizedTest
    @CsvSource({
        "'org.portio.firewall.ui CUT_OFF, org.portio.reservation.ui MISSING, com.github.oshi.oshi-core EMPTY'",
        "'org.portio.export GARBAGE'"
    })
    void theWindowComesWithoutBrokenPartsAndNamesThem(String parts) throws Exception {
        List<Path> jars = new ArrayList<>();
        for (String part : parts.split(", ")) {
            String[] words = part.split(" ");
            jars.add(harm(words[0], Harm.valueOf(words[1])));
        }

        Result result = inWindow("Parts of PortIO Are Missing");

        assertEquals(0, result.exitCode(), result.toString());
        jars.forEach(jar -> assertTrue(result.err().contains("plugins/" + jar.getFileName() + " is "), result.err()));
    }

    @Test
    void theWindowComesWithAListOfBundlesThatHasAFault() throws Exception {
        Path list = product.resolve(LIST);
        String text = Files.readString(list);
        Files.delete(list);
        Files.writeString(list, text.replace("\norg.portio.firewall.ui,", "\norg.portio.firewall.ui;"));

        Result result = inWindow("Parts of PortIO Are Missing");

        assertEquals(0, result.exitCode(), result.toString());
        assertTrue(
                result.err().contains("bundles.info has a line that is not valid: org.portio.firewall.ui;"),
                result.err());
    }

    @ParameterizedTest
    @CsvSource({"org.portio.core, MISSING", "org.portio.app, CUT_OFF", "org.eclipse.osgi, EMPTY"})
    void aWindowThatCannotComeSaysWhy(String bundle, Harm harm) throws Exception {
        Path jar = harm(bundle, harm);

        Result result = onDisplay(portio(), "workbench");

        assertEquals(70, result.exitCode(), result.toString());
        assertTrue(result.err().contains("plugins/" + jar.getFileName() + " is "), result.err());
        assertTrue(result.err().contains("the workbench could not start"), result.err());
    }

    /** The mapped window is the splash: neither Equinox nor SWT exists here. */
    @Test
    void theSplashIsThereBeforeEquinoxIs() throws Exception {
        assumeTrue(Product.isInstalled("xev"), "no xev to listen for windows");
        harm("org.eclipse.osgi", Harm.EMPTY);
        Path events = product.resolveSibling("events");

        Result result = onDisplay("sh", "-c", AWAIT_ANY_WINDOW, portio(), events.toString());

        assertEquals(0, result.exitCode(), result.toString());
    }

    private Result run(String command) throws Exception {
        List<String> all = new ArrayList<>(List.of(portio()));
        all.addAll(Arrays.asList(command.split(" ")));
        return Product.run(environment(), all);
    }

    private Path harm(String bundle, Harm harm) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(product.resolve("plugins"), bundle + "_*.jar")) {
            return harm(found.iterator().next(), harm);
        }
    }

    /** The file is a link to that of the whole product: it is replaced, not written to. */
    private static Path harm(Path jar, Harm harm) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        Files.delete(jar);
        byte[] broken = switch (harm) {
            case MISSING -> null;
            case EMPTY -> new byte[0];
            case CUT_OFF -> Arrays.copyOf(bytes, bytes.length / 2);
            case GARBAGE -> new byte[bytes.length];
            case INSIDE -> changedInside(bytes);
        };
        if (broken != null) {
            Files.write(jar, broken);
        }
        return jar;
    }

    /** Changes a byte of what is packed; others, such as the time of a file, mean nothing to who reads it. */
    private static byte[] changedInside(byte[] bytes) throws IOException {
        int at = bytes.length / 3;
        while (isWhole(changed(bytes, at))) {
            at++;
        }
        return changed(bytes, at);
    }

    private static boolean isWhole(byte[] bytes) throws IOException {
        Path jar = Files.createTempFile("portio-broken", ".jar");
        Files.write(jar, bytes);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().allMatch(entry -> checksum(zip, entry) == entry.getCrc());
        } finally {
            Files.delete(jar);
        }
    }

    /** Returns the checksum of what is unpacked; -1 if it cannot be. */
    private static long checksum(ZipFile zip, ZipEntry entry) {
        CRC32 sum = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            sum.update(in.readAllBytes());
        } catch (IOException _) {
            return -1;
        }
        return sum.getValue();
    }

    private static byte[] changed(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at]++;
        return changed;
    }

    private void restore(Path jar) throws IOException {
        Files.deleteIfExists(jar);
        Files.createLink(jar, Product.home().resolve("plugins").resolve(jar.getFileName()));
    }
}
