// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.extension.Extensions;
import org.portio.testing.ExtensionJar;
import org.portio.testing.FakeSource;

/** Extensions in doctor, and doctor as JSON. */
class ExtensionCheckTest {

    @TempDir
    private Path home;

    private final Cli cli = new Cli(new FakeSource(Samples.WEB));

    private void install(ExtensionJar jar, String file) {
        jar.write(home.resolve("data/extensions").resolve(file));
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        cli.extensions = Extensions.of(() -> places, null, User.ofSystem(), Extensions.class.getClassLoader());
    }

    private List<String> told() {
        return cli.run("doctor").lines().stream()
                .filter(line -> line.contains("xtension"))
                .toList();
    }

    @Test
    void saysNothingIfThereAreNone() {
        assertEquals(List.of(), told());
    }

    @Test
    void countsThoseThatAreActiveAndNamesTheOthers() throws Exception {
        install(ExtensionJar.of("good"), "good.jar");
        assertEquals(List.of("ok  extensions: 1 of 1 active"), told());
        install(ExtensionJar.of("bad").header("Import-Package", "com.missing"), "bad.jar");
        install(ExtensionJar.of("off"), "off.jar");
        cli.extensions.disable("off");
        assertEquals(
                List.of(
                        "ok  extensions: 1 of 3 active",
                        "[!] extensions: bad needs the package com.missing, which neither PortIO nor an extension has;"
                                + " install the extension that has it",
                        "      try: portio extension why bad",
                        "ok  extensions: off is disabled"),
                told());
        assertEquals(1, cli.run("doctor").code());
    }

    @Test
    void namesTheCopyOfADamagedFile() throws IOException {
        install(ExtensionJar.of("good"), "good.jar");
        Files.writeString(home.resolve("data/extensions.json"), "{");
        cli.extensions.list();
        Path copy = cli.extensions.damage().getFirst().copy();
        assertTrue(cli.run("doctor").lines().stream()
                .anyMatch(line ->
                        line.startsWith("[!] files: extensions.json was damaged") && line.endsWith(" " + copy)));
    }

    @Test
    void jsonSaysTheSame() throws IOException {
        install(ExtensionJar.of("bad").header("Import-Package", "com.missing"), "bad.jar");
        Cli.Result text = cli.run("doctor");
        Cli.Result json = cli.run("doctor", "--json");
        assertEquals(text.code(), json.code());
        JsonObject schema = schema();
        JsonObject properties = schema.getAsJsonObject("properties")
                .getAsJsonObject("checks")
                .getAsJsonObject("items")
                .getAsJsonObject("properties");
        List<String> lines =
                JsonParser.parseString(json.out()).getAsJsonObject().getAsJsonArray("checks").asList().stream()
                        .map(check -> check.getAsJsonObject())
                        .peek(check -> assertEquals(properties.keySet(), check.keySet()))
                        .peek(check -> assertTrue(properties
                                .getAsJsonObject("what")
                                .getAsJsonArray("enum")
                                .contains(check.get("what"))))
                        .map(check -> (check.get("fine").getAsBoolean() ? "ok  " : "[!] ")
                                + check.get("what").getAsString() + ": "
                                + check.get("text").getAsString())
                        .map(ExtensionCheckTest::withoutSpace)
                        .toList();
        assertEquals(
                text.lines().stream()
                        .filter(line -> !line.startsWith("      try: "))
                        .map(ExtensionCheckTest::withoutSpace)
                        .toList(),
                lines);
        assertFalse(lines.isEmpty());
    }

    /** Leaves out how much space is free, which changes while other programs write. */
    private static String withoutSpace(String line) {
        return line.replaceAll("[0-9,]+ MB free", "free");
    }

    private static JsonObject schema() throws IOException {
        try (Reader reader = new InputStreamReader(
                HealthJson.class.getResourceAsStream("doctor.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }
}
