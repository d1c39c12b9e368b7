// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.portio.core.system.OperatingSystem;

/** Programs that the user names. */
public final class Executables {

    private Executables() {}

    /** Returns the absolute path of a file that this user may execute. */
    public static String existing(Path program) {
        Path path = program.toAbsolutePath().normalize();
        if (Files.notExists(path)) {
            throw refusal("the program '" + path + "' does not exist; check its path");
        }
        if (!Files.isRegularFile(path)) {
            throw refusal(path + (Files.isDirectory(path) ? " is a directory" : " is not a file")
                    + "; give the path of a program");
        }
        if (!Files.isExecutable(path)) {
            throw refusal(path + " is not executable; make it so: chmod +x " + path);
        }
        return path.toString();
    }

    /**
     * Makes sure that a command can be started: a path of a file that this user may execute, or a name that is found in one of
     * the folders of {@code PATH}. Systems that add endings to such names find it themselves.
     */
    public static void check(String command) {
        if (command.contains(File.separator)) {
            existing(Path.of(command));
        } else if (!OperatingSystem.isWindows() && !isInPath(command)) {
            throw refusal("the command '" + command + "' was not found in PATH; check its name, or give its path");
        }
    }

    private static boolean isInPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder).resolve(name))
                .anyMatch(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }

    private static CommandFailure refusal(String message) {
        return new CommandFailure(ExitCode.CONFLICT, message);
    }
}
