// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.time.Instant;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;

/** Tells what PortIO works with on this machine; {@link HealthReport} looks. */
public final class DoctorCommand extends Subcommand {

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    public DoctorCommand() {
        super("Checks the source of connections, the firewall, rights, the system's settings for ports, limits,"
                + " programs, extensions, and the keeper, and says what to do about each problem. Exit code 0 if all is"
                + " well, 1 if something could be better.");
    }

    @Override
    public ExitCode run() {
        List<HealthReport.Result> results = new HealthReport(services()).results();
        if (json.value()) {
            output().json(HealthJson.document(results, Instant.now()));
        } else {
            results.forEach(this::print);
        }
        return results.stream().allMatch(HealthReport.Result::fine) ? ExitCode.OK : ExitCode.FALSE;
    }

    private void print(HealthReport.Result result) {
        output().println((result.fine() ? "ok  " : "[!] ") + result.what() + ": " + result.text());
        if (!result.remedy().isEmpty()) {
            output().println("      try: " + result.remedy());
        }
    }
}
