// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.NewFile;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.Printable;
import org.portio.testrun.Reports;
import org.portio.testrun.RunReport;

/** Files that a report is written to, each in the form that its name tells. */
record ReportFiles(List<Path> files) {

    /** Fails before the command has run for an hour rather than after it. */
    void check() {
        for (Path file : files) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new CommandFailure(
                        ExitCode.CONFLICT,
                        "cannot write " + file + ": the folder " + folder + " does not exist; create it first");
            }
            if (Files.isDirectory(file)) {
                throw new CommandFailure(ExitCode.CONFLICT, file + " is a folder; name a file");
            }
        }
    }

    /** Writes them; earlier ones are replaced. */
    void write(RunReport report) {
        for (Path file : files) {
            String text = text(file, report);
            new NewFile(file).write(() -> AtomicFile.write(file, true, out -> out.write(text)));
        }
    }

    private static String text(Path file, RunReport report) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return Reports.junit(report);
        }
        if (name.endsWith(".json")) {
            return Printable.inJson(Reports.json(report)) + "\n";
        }
        StringBuilder text = new StringBuilder();
        Reports.lines(report).forEach(line -> text.append(Printable.of(line)).append('\n'));
        return text.toString();
    }
}
