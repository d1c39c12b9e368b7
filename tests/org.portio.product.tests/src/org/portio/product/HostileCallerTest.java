// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.product.Product.Result;

/**
 * A user who may run the helper as root through sudo plants programs, a Java and caches, and points every variable to them:
 * root runs none of it, however sudo is set up. What was run leaves its name in a file.
 */
class HostileCallerTest {

    private static final String PORTIO = Product.home().resolve("portio").toString();
    private static final Path RULE = Path.of("/etc/sudoers.d/portio-hostile-test");
    private static final String WIDE_OPEN = "!env_reset, !secure_path";
    private static final List<String> PROGRAMS = List.of(
            "nft",
            "iptables",
            "java",
            "env",
            "ls",
            "find",
            "nice",
            "readlink",
            "mkdir",
            "chmod",
            "rm",
            "sh",
            "ufw",
            "pfctl");

    @TempDir
    private Path home;

    @BeforeEach
    void plant() throws Exception {
        assumeTrue(
                Stream.of("sudo", "unshare", "setpriv").allMatch(Product::isInstalled)
                        && Files.isDirectory(RULE.getParent())
                        && Product.canRunAsNobody(),
                "needs root, sudo, setpriv and unshare (Debian: sudo, util-linux), and a place that all users can"
                        + " read");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(home.resolve("marks"), "");
        for (String program : PROGRAMS) {
            plantProgram(home.resolve("bin").resolve(program));
        }
        plantProgram(home.resolve("jdk/bin/java"));
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String cache : List.of("cache/start", ".cache/portio/start", "portio/start")) {
            Path memory = Path.of(home.resolve(cache) + Product.home().toString());
            Files.createDirectories(memory);
            Files.writeString(memory.resolve("java"), home.resolve("jdk") + "\n");
        }
        run(Map.of(), List.of("chown", "-R", "65534:65534", home.toString()));
    }

    @AfterEach
    void takeTheRuleBack() throws IOException {
        Files.deleteIfExists(RULE);
    }

    static Stream<String> variables() {
        return new HostileCallerTest().hostile(Path.of("/")).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("variables")
    void rootRunsNothingThatOneVariableNames(String variable) throws Exception {
        allow(WIDE_OPEN);

        askTheHelper(Map.of(variable, hostile(home).get(variable)));

        assertEquals("", Files.readString(home.resolve("marks")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env_reset, secure_path=\"/usr/sbin:/usr/bin:/sbin:/bin\"",
                "env_reset, !secure_path",
                "env_reset, !secure_path, env_keep += \"HOME PATH JAVA_HOME PORTIO_HOME XDG_CACHE_HOME"
                        + " JDK_JAVA_OPTIONS\"",
                WIDE_OPEN
            })
    void rootRunsNothingThatAllVariablesTogetherName(String defaults) throws Exception {
        allow(defaults);

        Result result = askTheHelper(hostile(home));

        assertEquals("", Files.readString(home.resolve("marks")));
        assertTrue(result.out().contains("\"ok\":"), "the helper did not answer: " + result);
    }

    @Test
    void rootRunsNoJavaFromACacheThatAnotherUserMayHaveFilled() throws Exception {
        Path cache = home.resolve("own/cache");
        Path memory = Path.of(cache + "/start" + Product.home());
        Files.createDirectories(memory);
        Files.writeString(memory.resolve("java"), home.resolve("jdk") + "\n");
        run(Map.of(), List.of("chmod", "-R", "a+rwX", home.resolve("own").toString()));

        Result result = run(
                Map.of("PORTIO_HOME", home.resolve("own").toString(), "JAVA_HOME", "", "PATH", "/usr/bin:/bin"),
                List.of(PORTIO, "--version"));

        assertEquals("", Files.readString(home.resolve("marks")));
        assertTrue(result.out().startsWith("PortIO "), result.err());
    }

    /** Each variable that could make root run something, with the value that it is set to. */
    private Map<String, String> hostile(Path place) {
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", place.resolve("bin") + ":/usr/sbin:/usr/bin:/sbin:/bin");
        for (String directory :
                List.of("HOME", "PORTIO_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR")) {
            variables.put(directory, place.toString());
        }
        variables.put("JAVA_HOME", place.resolve("jdk").toString());
        String option = "-XX:Flags=" + place.resolve("jdk/release") + " -XX:OnError=" + place.resolve("bin/nft")
                + " -XX:ErrorFile=" + place.resolve("marks");
        for (String options : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            variables.put(options, option);
        }
        for (String list :
                List.of("CLASSPATH", "CDPATH", "TMPDIR", "XTABLES_LIBDIR", "LD_LIBRARY_PATH", "PYTHONPATH")) {
            variables.put(list, place.resolve("bin").toString());
        }
        for (String script : List.of("ENV", "BASH_ENV")) {
            variables.put(script, place.resolve("bin/nft").toString());
        }
        variables.put("PKEXEC_UID", "0");
        variables.put("SUDO_UID", "0");
        return variables;
    }

    private void allow(String defaults) throws IOException {
        Files.writeString(
                RULE, "Defaults " + defaults + "\n#65534 ALL=(root) NOPASSWD: " + PORTIO + " firewall-helper\n");
        Files.setPosixFilePermissions(RULE, PosixFilePermissions.fromString("r--r-----"));
    }

    /** Runs in a network of its own: a helper that is fooled would not change a rule of this machine. */
    private Result askTheHelper(Map<String, String> variables) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/unshare", "-n"));
        command.addAll(Product.asNobody());
        command.set(2, "/usr/bin/setpriv");
        command.add("/usr/bin/env");
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("/usr/bin/sudo", "-n", PORTIO, "firewall-helper"));
        return run(Map.of(), command);
    }

    private static Result run(Map<String, String> environment, List<String> command) throws Exception {
        return Product.run(environment, command);
    }

    private void plantProgram(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "#!/bin/sh\n[ $(/usr/bin/id -u) != 0 ] || echo " + file.getFileName() + " >>" + home.resolve("marks")
                        + "\nexit 1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
