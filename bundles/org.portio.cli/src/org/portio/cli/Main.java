// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Starts the command line and ends the process with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.exit(run(args));
    }

    private static int run(String... args) {
        Charset charset = charset();
        try (PrintWriter out = writer(FileDescriptor.out, charset);
                PrintWriter err = writer(FileDescriptor.err, charset)) {
            return new PortioCommand().run(out, err, args);
        }
    }

    /** A terminal has a character set; a file or another program gets UTF-8, as JSON demands, in any locale. */
    private static Charset charset() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console.charset() : StandardCharsets.UTF_8;
    }

    private static PrintWriter writer(FileDescriptor descriptor, Charset charset) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset)));
    }
}
