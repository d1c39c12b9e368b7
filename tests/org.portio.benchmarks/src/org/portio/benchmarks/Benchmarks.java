// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.portio.benchmarks.report.Report;
import org.portio.benchmarks.report.Results;

/** Opens sockets, lets PortIO and its peers read them in turn, and writes what that took as Markdown. */
public final class Benchmarks {

    private static final int USAGE_ERROR = 2;
    /** Set by the script that starts this: the place of the product is not part of the command that the user wrote. */
    private static final String PRODUCT = "--product";

    private Benchmarks() {}

    public static void main(String... args) throws Exception {
        // Not closed here: the JVM's own report of a failure would be lost with it.
        PrintWriter progress = writer(FileDescriptor.err);
        try (PrintWriter out = writer(FileDescriptor.out)) {
            if (List.of(args).contains("--help")) {
                out.print(Options.USAGE);
            } else {
                Options options = Options.parse(List.of(args));
                if (options.document() != null && !isFit(options.document())) {
                    return;
                }
                Report report = run(options, command(args), progress);
                // First of all, so that the results exist whatever happens to the document.
                out.print(report);
                out.flush();
                if (options.document() != null) {
                    report.writeInto(options.document());
                }
            }
        } catch (IllegalArgumentException e) {
            fail(e.getMessage());
        }
    }

    private static boolean isFit(Path document) {
        try {
            Report.checkDocument(document);
            return true;
        } catch (NoSuchFileException e) {
            fail("there is no document " + e.getMessage());
        } catch (IOException e) {
            fail("the report could not be written into " + e.getMessage());
        }
        return false;
    }

    private static Report run(Options options, String command, PrintWriter progress)
            throws IOException, InterruptedException {
        Results results = new Results();
        for (Scenario scenario : options.scenarios()) {
            new ScenarioRun(scenario, options, results, progress).run();
        }
        return new Report(command, results);
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
