// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.ConnectionException;
import org.portio.core.PortioException;
import org.portio.core.system.FileFailure;
import org.portio.reservation.ProgramRun;
import org.portio.testrun.Leak;
import org.portio.testrun.OpenRun;
import org.portio.testrun.Reports;
import org.portio.testrun.RunEnder;
import org.portio.testrun.RunReport;
import org.portio.testrun.RunWatch;
import org.portio.testrun.TestRun;

/** Runs a command, and leaves nothing of what was made and opened within it. */
public final class WithCommand extends Subcommand {

    private final Argument<Boolean> failOnLeak = add(Argument.flag(
            "--fail-on-leak",
            "Exit with 5 if a process of the command has left a socket open, whatever the command's own code."));

    private final Argument<Boolean> endLeaks =
            add(Argument.flag("--end-leaks", "End processes that the command has left behind with open sockets."));

    private final Argument<List<Path>> reports = add(Argument.list(
            "--report",
            Path.class,
            TextConverter::path,
            "FILE",
            "Write a report: JUnit XML to a file named *.xml, JSON to *.json, text to any other."));

    private final Argument<Boolean> json =
            add(Argument.flag("--json", "Print the report as one JSON document after the command's own output."));

    private final ProgramWords program = ProgramWords.addTo(this, 0, "After '--': the command and its arguments.");

    public WithCommand() {
        super(
                "Blocks, reservations, temporary servers and leases that 'portio' makes within the command, or within"
                        + " anything that it starts, belong to the run and are reverted when the command ends, fails or is"
                        + " killed. If this process itself is killed, the keeper or the next command reverts them. What"
                        + " was there before stays as it is.",
                "",
                "The exit code is the command's; 5 if something could not be reverted although the command succeeded."
                        + " If the command is not started, it is PortIO's: 4 if it does not exist.");
        spec().usageMessage().customSynopsis("portio with [OPTIONS] -- COMMAND [ARGUMENT...]");
    }

    @Override
    public ExitStatus run() throws PortioException, InterruptedException {
        List<String> command = program.value();
        if (command.isEmpty()) {
            throw wrongUsage("which command? give it after --");
        }
        ReportFiles files = new ReportFiles(reports.value());
        files.check();
        RunStart.standIn(this);
        String parent = new RunMember(this).current();
        try (OpenRun run = services().runs().runs().begin(TestRun.Kind.WITH, command, parent, endLeaks.value())) {
            RunKeeper keeper = RunKeeper.start(services(), output());
            try {
                RunReport report = watched(run);
                tell(report);
                // Leases by time that were made within it end with it.
                RunSweep.settle(services(), output()::note);
                files.write(report);
                return exit(report);
            } finally {
                keeper.end();
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot write down the test run: " + FileFailure.text(e), e);
        }
    }

    private RunReport watched(OpenRun run) throws IOException, InterruptedException {
        RunReport report = RunReport.of(run.run());
        RunStart start = new RunStart(this);
        try (RunWatch watch = RunWatch.open()) {
            ProgramRun started = watch.start(() -> start.start(run.run()));
            int code = started.waitFor();
            report = report.ended(Instant.now(), RunReport.End.EXITED, code);
            report = watch.complete(report.withLeaks(leaks(run.id(), watch)));
        } catch (RuntimeException | InterruptedException e) {
            ender().end(report.ended(Instant.now(), RunReport.End.EXITED, null));
            throw e;
        }
        return ender().end(report);
    }

    private List<Leak> leaks(String id, RunWatch watch) throws InterruptedException {
        try {
            LeftSockets left = new LeftSockets(services(), watch::living);
            if (left.awaitEnd(id).isEmpty()) {
                return List.of();
            }
            List<Leak> leaks = endLeaks.value() ? left.end(left.now(id)) : left.now(id);
            tellOfTheDeaf(left.pids(id), watch);
            return leaks;
        } catch (ConnectionException e) {
            output().note("cannot see what was left open: " + e.getMessage());
            return List.of();
        }
    }

    /** Nobody answers the calls of those that outlive this process. */
    private void tellOfTheDeaf(Set<Long> living, RunWatch watch) {
        String names = living.stream()
                .flatMap(pid -> services().processes().read(pid).stream())
                .map(process -> process.name() + " (PID " + process.pid() + ")")
                .collect(Collectors.joining(", "));
        if (!names.isEmpty() && watch.isExact()) {
            output().note("still running, and unable to open ports and connections from now on: " + names
                    + "; have the command end what it starts, or use --end-leaks");
        }
    }

    private RunEnder ender() {
        return RunSweep.ender(services(), services().firewall(null));
    }

    private void tell(RunReport report) {
        if (json.value()) {
            output().json(Reports.json(report));
        }
        Reports.summary(report).forEach(output()::note);
    }

    private ExitStatus exit(RunReport report) {
        int code = report.exitCode();
        boolean failed = failOnLeak.value() && !report.leaks().isEmpty() || code == 0 && !report.isReverted();
        return failed ? ExitCode.PARTIAL : () -> code;
    }
}
