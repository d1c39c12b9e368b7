// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;
import org.portio.core.Printable;

/**
 * The two streams of a command: data goes to the one, what the user is told besides goes to the other. This is the one place
 * where names of strangers are kept from ruling the terminal.
 */
final class Output {

    final PrintWriter out;
    final PrintWriter err;

    Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Prints a line of data. Whatever is in it, it is one line without characters that rule the terminal; what must come out
     * as it is has methods of its own.
     */
    void println(String line) {
        out.println(Printable.of(line));
    }

    /** Prints a line with colours, whose text has been made printable before it was painted. */
    void painted(String line) {
        out.println(line);
    }

    /** Prints a document of JSON; its values stay exact. */
    void json(String json) {
        out.println(Printable.inJson(json));
    }

    /** Prints a text of several lines. */
    void lines(String text) {
        text.lines().forEach(this::println);
    }

    /** A line for the user, below the data so far; nothing where the text is empty. */
    void note(String text) {
        if (!text.isEmpty()) {
            out.flush();
            err.println("portio: " + Printable.of(text));
            err.flush();
        }
    }
}
