// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.PrintWriter;

/** The two streams of a command: data goes to the one, what the user is told besides goes to the other. */
final class Output {

    final PrintWriter out;
    final PrintWriter err;

    Output(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** A line of data. */
    void println(String line) {
        out.println(line);
    }

    /** A line for the user, below the data so far; nothing where the text is empty. */
    void note(String text) {
        if (!text.isEmpty()) {
            out.flush();
            err.println("portio: " + ConnectionText.printable(text));
            err.flush();
        }
    }
}
