// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portio.cli.command.Shell;

/** The program that a user starts the command line with. */
final class Launcher {

    private static final String NAME = "portio";

    /** The directories in which every user's shell looks for commands, sudo's included. */
    private static final List<Path> STANDARD_PATH = Stream.of(
                    "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin")
            .map(Path::of)
            .toList();

    private Launcher() {}

    /** Returns that of this process; empty if it was started in another way, as from an IDE. */
    static Optional<Path> ofSystem() {
        return beside(Path.of(System.getProperty("java.class.path")));
    }

    /** Returns that of the product to which this jar belongs, found by the layout of each system's product. */
    static Optional<Path> beside(Path jar) {
        Path lib = jar.toAbsolutePath().normalize().getParent();
        if (!jar.endsWith("portio-cli.jar") || lib == null || lib.getParent() == null) {
            return Optional.empty();
        }
        Path product = lib.getParent();
        return Stream.of(
                        product.resolve(NAME),
                        product.resolve("portio-cli.exe"),
                        product.resolveSibling("MacOS").resolve(NAME))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst();
    }

    /** Returns what a user types: the name alone if every shell finds it, otherwise the whole path. */
    static String typed(Optional<Path> program) {
        return typed(program, STANDARD_PATH);
    }

    static String typed(Optional<Path> program, List<Path> searched) {
        return program.filter(path -> searched.stream().noneMatch(folder -> isSame(folder.resolve(NAME), path)))
                .map(path -> Shell.quoted(path.toString()))
                .orElse(NAME);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException _) {
            return false;
        }
    }
}
