// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.portio.benchmarks.report.Report;
import org.portio.benchmarks.report.Results;

/** Opens sockets, lets PortIO and its peers read them in turn, and writes what that took as Markdown. */
public final class Benchmarks {

    private static final int USAGE_ERROR = 2;
    /** Said by the script that starts this: where the product lies is no part of the command as the user wrote it. */
    private static final String PRODUCT = "--product";

    private Benchmarks() {}

    public static void main(String... args) throws Exception {
        // Not closed here: with it, what the JVM has to say about a failure would be lost.
        PrintWriter progress = writer(FileDescriptor.err);
        try (PrintWriter out = writer(FileDescriptor.out)) {
            if (List.of(args).contains("--help")) {
                out.print(Options.USAGE);
            } else {
                out.print(run(Options.parse(List.of(args)), command(args), progress));
            }
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        }
    }

    private static Report run(Options options, String command, PrintWriter progress)
            throws IOException, InterruptedException {
        Results results = new Results();
        for (Scenario scenario : options.scenarios()) {
            new ScenarioRun(scenario, options, results, progress).run();
        }
        Report report = new Report(command, results);
        if (options.document() != null) {
            report.writeInto(options.document());
        }
        return report;
    }

    private static String command(String... args) {
        StringBuilder command = new StringBuilder("tests/org.portio.benchmarks/run");
        for (String arg : args) {
            command.append(arg.startsWith(PRODUCT) ? "" : " " + arg);
        }
        return command.toString();
    }

    private static void fail(String message) {
        try (PrintWriter err = writer(FileDescriptor.err)) {
            err.println(message);
            err.print(Options.USAGE);
        }
        System.exit(USAGE_ERROR);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileWriter(descriptor), true);
    }
}
