// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;

/**
 * Runs the system's own programs. They are found also if the search path leaves their directories out, as that of users
 * other than root often does. Root who acts for somebody else neither searches that one's path nor passes on anything of
 * that one's environment.
 *
 * @param path the search path; empty for none
 * @param forAnother whether somebody else decides about the environment of this process
 * @param directories of the system's programs
 */
public record SystemPrograms(CommandRunner runner, String path, boolean forAnother, List<Path> directories)
        implements CommandRunner {

    private static final List<Path> DIRECTORIES = Stream.of(
                    "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/run/current-system/sw/bin")
            .map(Path::of)
            .toList();

    /** Returns the runner of this process. */
    public static CommandRunner ofSystem() {
        Map<String, String> environment = System.getenv();
        boolean forAnother = Rights.isRoot() && Caller.isSomebodyElse(environment);
        return new SystemPrograms(
                forAnother ? CommandRunner.withoutEnvironment(pathOf(DIRECTORIES)) : CommandRunner.ofSystem(),
                forAnother ? "" : environment.getOrDefault("PATH", ""),
                forAnother,
                DIRECTORIES);
    }

    private static String pathOf(List<Path> directories) {
        return directories.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        List<String> found = new ArrayList<>(command);
        found.set(0, find(command.getFirst()));
        return runner.run(found, input, limit);
    }

    /** Returns the name alone if the search path has it: that is what the system would start. */
    private String find(String program) throws IOException {
        if (program.contains("/") || isOnPath(program)) {
            return program;
        }
        Optional<Path> found = directories.stream()
                .map(directory -> directory.resolve(program))
                .filter(Files::isExecutable)
                .findFirst();
        // Windows' programs have names that end in .exe: there, only trying shows.
        if (found.isEmpty() && (forAnother || File.separatorChar == '/')) {
            throw new NoProgramException(
                    "the program '" + program + "' was not found" + (forAnother ? " in " + pathOf(directories) : ""));
        }
        return found.map(Path::toString).orElse(program);
    }

    /** Returns whether there is a program of this name, wherever it is looked for. */
    public static boolean isInstalled(String path, String program) {
        return Stream.concat(
                        Stream.of(path.split(":"))
                                .filter(directory -> !directory.isEmpty())
                                .map(Path::of),
                        DIRECTORIES.stream())
                .anyMatch(directory -> Files.isExecutable(directory.resolve(program)));
    }

    private boolean isOnPath(String program) {
        return Stream.of(path.split(":"))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
