// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A foreign name can neither control the terminal nor forge a line, whichever command prints it. */
class OutputTest {

    private static final String NAME = "a\n\u001b[2Jb\u202ec\u200bd\u0085\ud800";
    private static final String SHOWN = "a??[2Jb?c?d??";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Output output;

    @BeforeEach
    void open() {
        output = new Output(new PrintWriter(out), new PrintWriter(err));
    }

    @Test
    void lineOfDataIsOneLine() {
        output.println(NAME);
        assertEquals(SHOWN + System.lineSeparator(), out.toString());
    }

    @Test
    void noteIsOneLine() {
        output.note(NAME);
        assertEquals("portio: " + SHOWN + System.lineSeparator(), err.toString());
    }

    @Test
    void cellsOfATableAreOneLineAndAsWideAsTheyAreShown() {
        new Table(List.of("A", "B"), true, false).print(List.of(List.of(NAME, "x"), List.of("y", NAME)), output);
        assertEquals(
                List.of("A" + " ".repeat(14) + "B", SHOWN + "  x", "y" + " ".repeat(14) + SHOWN),
                out.toString().lines().toList());
    }

    @Test
    void jsonIsExact() {
        output.json("{\"name\":\"a\u202e\u009b\"}");
        assertEquals("{\"name\":\"a\\u202e\\u009b\"}" + System.lineSeparator(), out.toString());
    }
}
