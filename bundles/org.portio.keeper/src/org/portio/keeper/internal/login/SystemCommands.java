// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.FileFailure;
import org.portio.core.system.PrivateFiles;
import org.portio.keeper.KeeperException;

/** Code shared by the ways to start at login: commands of the system, and files that it reads. */
record SystemCommands(CommandRunner runner) {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The variables that decide where PortIO keeps its files, and differ in a session that the system starts. */
    private static final List<String> OF_PLACES =
            List.of("PORTIO_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME");

    /** Judges by the exit code, since messages are translated. */
    static boolean succeeded(Result result) {
        return result.exitCode() == 0;
    }

    /** Returns its own words, in one line. */
    static String said(Result result) {
        String text = result.err().isBlank() ? result.out() : result.err();
        return text.isBlank() ? "exit code " + result.exitCode() : text.strip().replaceAll("\\s+", " ");
    }

    /** Returns a result of its own if no such program exists: exit code 127, like a shell's. */
    Result run(String... command) {
        try {
            return runner.run(List.of(command), "", LIMIT);
        } catch (IOException e) {
            return new Result(127, "", String.valueOf(e.getMessage()));
        }
    }

    /** Runs what has to succeed. */
    void require(String failure, String... command) throws KeeperException {
        Result result = run(command);
        if (!succeeded(result)) {
            throw new KeeperException(failure + ": " + said(result));
        }
    }

    static void write(Path file, String text) throws KeeperException {
        try {
            PrivateFiles.createFolders(file.getParent());
            AtomicFile.writePrivate(file, true, out -> out.write(text));
        } catch (IOException e) {
            throw new KeeperException("the file cannot be written: " + FileFailure.text(e), e);
        }
    }

    static void delete(Path file) throws KeeperException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new KeeperException("the file cannot be removed: " + FileFailure.text(e), e);
        }
    }

    static Map<String, String> ofPlaces(Map<String, String> environment) {
        Map<String, String> result = new TreeMap<>(environment);
        result.keySet().retainAll(OF_PLACES);
        result.values().removeIf(String::isBlank);
        return result;
    }

    /** Returns no format of these files has a way to write a line break in a path that every version of its reader knows. */
    static String oneLine(String text) throws KeeperException {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new KeeperException(
                    "A path with line breaks cannot be started at login: " + text.replaceAll("\\p{Cntrl}", "?"));
        }
        return text;
    }

    static String xml(String text) throws KeeperException {
        return oneLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
