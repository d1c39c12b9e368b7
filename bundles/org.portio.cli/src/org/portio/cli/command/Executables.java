// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that the user names by their path. */
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

    private static CommandFailure refusal(String message) {
        return new CommandFailure(ExitCode.CONFLICT, message);
    }
}
