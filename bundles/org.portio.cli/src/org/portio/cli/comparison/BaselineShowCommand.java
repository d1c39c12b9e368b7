// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import java.util.Comparator;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.ConnectionText;
import org.portio.cli.text.Table;
import org.portio.cli.text.TimeText;
import org.portio.core.Connection;
import org.portio.core.Snapshot;

/** Prints the listeners that are known. */
final class BaselineShowCommand extends Subcommand {

    private static final List<String> TITLES = List.of("Proto", "Local Address", "Process", "Program");

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    BaselineShowCommand() {
        super("Exit code 1 if there is no baseline.");
    }

    @Override
    public ExitCode run() {
        BaselineFile kept = BaselineFile.of(null, services());
        Snapshot snapshot = kept.snapshot(ExitCode.FALSE);
        List<List<String>> rows = snapshot.connections().stream()
                .sorted(Comparator.comparing(Connection::protocol).thenComparing(Connection::local))
                .map(BaselineShowCommand::cells)
                .toList();
        new Table(TITLES, !noHeader.value(), services().colours()).print(rows, output());
        output().note("saved " + TimeText.local(snapshot.time()) + " in " + kept.path());
        return ExitCode.OK;
    }

    private static List<String> cells(Connection listener) {
        String program =
                listener.owners().isEmpty() ? "" : listener.owners().getFirst().executable();
        return List.of(
                ConnectionText.protocol(listener),
                ConnectionText.address(listener.local()),
                ConnectionText.processes(listener),
                program.isEmpty() ? ConnectionText.NONE : program);
    }
}
