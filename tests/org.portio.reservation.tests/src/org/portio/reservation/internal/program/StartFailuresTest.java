// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.ProgramStartException.Kind;

class StartFailuresTest {

    @TempDir
    Path folder;

    private String script(String text, boolean executable) throws Exception {
        Path file = Files.writeString(folder.resolve("script"), text);
        assertEquals(true, file.toFile().setExecutable(executable));
        return file.toString();
    }

    private static void expect(Kind kind, String words, String name, int errno) {
        ProgramStartException failure = StartFailures.of(name, errno, null);
        assertEquals(kind, failure.kind());
        assertTrue(failure.getMessage().contains(words), failure.getMessage());
    }

    @Test
    void aProgramThatIsNotThere() {
        expect(Kind.NOT_FOUND, "the program 'no-such-program' does not exist", "no-such-program", StartFailures.ENOENT);
        expect(Kind.NOT_FOUND, "check its path", "/no/such/program", StartFailures.ENOENT);
    }

    @Test
    void aFileThatIsNotExecutableAndADirectory() throws Exception {
        expect(Kind.NOT_EXECUTABLE, "chmod +x", script("#!/bin/sh\n", false), StartFailures.ENOENT);
        expect(Kind.NOT_EXECUTABLE, "is a directory", folder.toString(), StartFailures.ENOENT);
    }

    @Test
    void anInterpreterThatIsMissing() throws Exception {
        String missing = script("#! /no/such/interpreter -x\n", true);
        expect(Kind.NO_INTERPRETER, "the interpreter /no/such/interpreter, which", missing, StartFailures.ENOENT);
        String dos = script("#!/bin/sh\r\n", true);
        expect(Kind.NO_INTERPRETER, "carriage return", dos, StartFailures.ENOENT);
        expect(Kind.NO_INTERPRETER, "loader", script("\177ELF", true), StartFailures.ENOENT);
    }

    @Test
    void whatTheSystemRefuses() throws Exception {
        String program = script("#!/bin/sh\n", true);
        expect(Kind.REFUSED, "noexec", program, 13);
        expect(Kind.REFUSED, "error 40", program, 40);
    }
}
