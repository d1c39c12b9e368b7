// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file of a program that is about to be started. */
public final class ProgramFile {

    private static final int CHUNK = 1 << 16;
    /** The bits of set-user-ID and set-group-ID. */
    private static final int SET_ID = 06000;
    /** The words in programs that accept sockets from their caller, and those of {@code libsystemd}'s functions. */
    private static final List<byte[]> SIGNS = List.of(ascii("LISTEN_FDS"), ascii("sd_listen_fds"));

    private static final Pattern INTERPRETER =
            Pattern.compile("(python|ruby|perl|node|php|deno|bun|lua|sh|bash|dash|zsh|ksh)[0-9.]*");

    private ProgramFile() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns where the program of this name is, as a shell would find it; empty for none. */
    public static Optional<Path> find(String name) {
        return places(name).filter(ProgramFile::isProgram).findFirst();
    }

    /** Returns the same, and if there is none, the first file of this name that cannot be run. */
    static Optional<Path> locate(String name) {
        return find(name).or(() -> places(name).filter(Files::exists).findFirst());
    }

    private static Stream<Path> places(String name) {
        if (name.contains("/")) {
            return Stream.of(Path.of(name));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")));
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    /**
     * Returns whether the program, or the script that it is told to run, knows of sockets that are passed to it. Of a file that may be
     * run but not read it is not known, and so not assumed.
     */
    public static boolean takesSockets(Path program, List<String> command) throws IOException {
        for (Path file : Stream.concat(Stream.of(program), script(program, command).stream())
                .toList()) {
            if (Files.isReadable(file) && contains(file)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the system gives the program rights of the file's owner, which it does not if its calls are answered. */
    public static boolean raisesRights(Path program) throws IOException {
        int mode = (int) Files.getAttribute(program, "unix:mode");
        return (mode & SET_ID) != 0;
    }

    private static Optional<Path> script(Path program, List<String> command) {
        if (!INTERPRETER.matcher(program.getFileName().toString()).matches()) {
            return Optional.empty();
        }
        return command.stream()
                .skip(1)
                .filter(argument -> !argument.startsWith("-"))
                .findFirst()
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    private static boolean contains(Path file) throws IOException {
        int overlap = 16;
        byte[] window = new byte[CHUNK + overlap];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read = in.read(window, kept, CHUNK); read > 0; read = in.read(window, kept, CHUNK)) {
                int length = kept + read;
                if (SIGNS.stream().anyMatch(sign -> indexOf(window, length, sign))) {
                    return true;
                }
                kept = Math.min(overlap, length);
                System.arraycopy(window, length - kept, window, 0, kept);
            }
        }
        return false;
    }

    private static boolean indexOf(byte[] window, int length, byte[] sign) {
        for (int at = 0; at + sign.length <= length; at++) {
            if (window[at] == sign[0] && Arrays.equals(window, at, at + sign.length, sign, 0, sign.length)) {
                return true;
            }
        }
        return false;
    }
}
