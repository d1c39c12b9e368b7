// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.ProgramStartException.Kind;

/** Says in words why a program does not start: the system has one number for several reasons. */
public final class StartFailures {

    /** No such file: the program, or what it needs in order to run. */
    public static final int ENOENT = 2;

    private static final int E2BIG = 7;
    private static final int EAGAIN = 11;
    private static final int ENOMEM = 12;
    private static final int EACCES = 13;
    private static final int ETXTBSY = 26;
    private static final int LONGEST_LINE = 256;

    private StartFailures() {}

    /**
     * Explains the system's refusal.
     *
     * @param name the program, by its path or as a shell finds it
     * @param errno Linux's number of the error; 0 if it is not known
     * @param cause null for none
     */
    public static ProgramStartException of(String name, int errno, Throwable cause) {
        Optional<Path> found = ProgramFile.locate(name);
        if (found.isEmpty()) {
            String where = name.contains("/") ? "check its path" : "install it, or give its path";
            return new ProgramStartException(
                    Kind.NOT_FOUND, "the program '" + name + "' does not exist; " + where, cause);
        }
        Path file = found.get();
        if (Files.isDirectory(file)) {
            return new ProgramStartException(
                    Kind.NOT_EXECUTABLE, file + " is a directory; name a program in it", cause);
        }
        if (!Files.isExecutable(file)) {
            return new ProgramStartException(
                    Kind.NOT_EXECUTABLE, file + " is not executable; make it so: chmod +x " + file, cause);
        }
        return errno == ENOENT ? withoutInterpreter(file, cause) : refused(file, errno, cause);
    }

    private static ProgramStartException withoutInterpreter(Path file, Throwable cause) {
        String interpreter = interpreter(file);
        String message;
        if (interpreter.isEmpty()) {
            message = file + " does not run on this system: the loader that it was built for is missing;"
                    + " get a build for this system";
        } else if (interpreter.endsWith("\r")) {
            message = "the first line of " + file + " ends with a carriage return, which the system takes for part of"
                    + " the interpreter's name; save the file with Unix line ends";
        } else {
            message = file + " needs the interpreter " + interpreter
                    + ", which is missing; install it, or correct the first line of the file";
        }
        return new ProgramStartException(Kind.NO_INTERPRETER, message, cause);
    }

    /** Returns the interpreter that the first line names; empty if the file is not a script, or may not be read. */
    private static String interpreter(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(LONGEST_LINE), StandardCharsets.ISO_8859_1);
            String line = start.contains("\n") ? start.substring(0, start.indexOf('\n')) : start;
            return line.startsWith("#!") ? line.substring(2).replaceAll("^[ \t]+|[ \t].*", "") : "";
        } catch (IOException _) {
            return "";
        }
    }

    private static ProgramStartException refused(Path file, int errno, Throwable cause) {
        String why = switch (errno) {
            case E2BIG -> "its arguments and environment are too long";
            case EAGAIN -> "no more processes are allowed; end some, or raise the limit (ulimit -u)";
            case ENOMEM -> "there is not enough memory";
            case EACCES ->
                "the system does not allow it; its file system may be mounted noexec, or its"
                        + " interpreter not executable";
            case ETXTBSY -> "it is being written; try again when that is done";
            default -> errno == 0 && cause != null ? cause.getMessage() : "the system refused it (error " + errno + ")";
        };
        return new ProgramStartException(Kind.REFUSED, file + " could not be started: " + why, cause);
    }
}
