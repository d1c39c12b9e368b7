// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.portio.cli.command.ExitCode;
import org.portio.core.system.Printable;
import org.portio.reservation.PortRun;

/** Starts the command line and ends the process with its exit code. */
public final class Main {

    /** The property by which the start script says that signals wait. */
    private static final String SIGNALS = "portio.signals";

    private Main() {}

    public static void main(String... args) {
        StartCache.removeIfRefused();
        // picocli looks for Groovy, and Java on exit for a logging back end: each opens every jar of the class path to
        // find nothing, which costs a tenth of the time that a command takes. Halting leaves nothing undone here: all
        // is written, and nothing waits for the end.
        System.setProperty("picocli.disable.closures", "true");
        if ("dumb".equals(System.getenv("TERM"))) {
            // picocli, which decides on colours, does not know that such a terminal has none.
            System.setProperty("picocli.ansi", "false");
        }
        QuietLogging.prepare();
        if (System.getProperty(SIGNALS) != null) {
            PortRun.standInSoon();
        }
        Runtime.getRuntime().halt(run(args));
    }

    private static int run(String... args) {
        Charset charset = charset();
        StandardOutput stdout = new StandardOutput();
        try (PrintWriter out = writer(stdout, charset);
                PrintWriter err = writer(new FileOutputStream(FileDescriptor.err), charset)) {
            int code = run(out, err, args);
            return stdout.loss().map(why -> sayLost(err, why)).orElse(code);
        }
    }

    /**
     * Runs the command. A failure that escapes its own handling must not end as 1, which scripts take for an answer; a class
     * that cannot be loaded is missing or damaged.
     */
    private static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return new PortioCommand().run(out, err, args);
        } catch (LinkageError e) {
            return CommandLineStart.sayMissing(e);
        } catch (Error e) {
            err.println("portio: internal error: " + Printable.of(e.toString()));
            return ExitCode.INTERNAL.code();
        }
    }

    private static int sayLost(PrintWriter err, String why) {
        err.println("portio: could not write all of the output: " + why);
        return ExitCode.CONFLICT.code();
    }

    /** A terminal has a character set; a file or another program gets UTF-8, as JSON demands, in any locale. */
    private static Charset charset() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console.charset() : StandardCharsets.UTF_8;
    }

    private static PrintWriter writer(OutputStream stream, Charset charset) {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, charset)));
    }
}
