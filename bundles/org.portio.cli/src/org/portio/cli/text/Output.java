// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.io.PrintWriter;
import org.portio.core.system.Printable;

/**
 * The two streams of a command: data goes to the one, messages for the user go to the other. This is the one place
 * where names of strangers are kept from ruling the terminal.
 */
public final class Output {

    public final PrintWriter out;
    public final PrintWriter err;

    public Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Prints a line of data. Whatever is in it, it is one line without characters that rule the terminal; what must come out
     * as it is has methods of its own.
     */
    public void println(String line) {
        out.println(Printable.of(line));
    }

    /** Prints a line with colours, whose text has been made printable before it was painted. */
    public void painted(String line) {
        out.println(line);
    }

    /** Prints a document of JSON; its values stay exact. */
    public void json(String json) {
        out.println(Printable.inJson(json));
    }

    /** Prints a text of several lines. */
    public void lines(String text) {
        text.lines().forEach(this::println);
    }

    /** A line for the user, below the data so far; nothing if the text is empty. */
    public void note(String text) {
        if (!text.isEmpty()) {
            out.flush();
            err.println("portio: " + Printable.of(text));
            err.flush();
        }
    }
}
