// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.ImpactText;
import org.portio.cli.text.Output;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.HeldPort;
import org.portio.core.process.PortAftermath;

/** Says what came of ending processes, and what exit code that is. All are judged together. */
final class KillReport {

    private final Output output;
    /** Null if a PID was given. */
    private final HeldPort port;

    private Map<ProcessInfo, End> ends = Map.of();
    /** Null if it was not looked at. */
    private PortAftermath aftermath;

    KillReport(Output output, HeldPort port) {
        this.output = output;
        this.port = port;
    }

    /** Takes in the results of one round after the other, of which the later one counts, and says what came of all. */
    void add(List<EndResult> rounds) {
        ends = rounds.stream()
                .flatMap(round -> round.ends().stream())
                .collect(Collectors.toMap(End::process, end -> end, (_, later) -> later, LinkedHashMap::new));
        aftermath = rounds.getLast().port();
        ends.values().forEach(this::tell);
        if (aftermath != null) {
            tellOfPort();
        }
    }

    private void tell(End end) {
        String name = ImpactText.name(end.process());
        if (end.outcome() == Outcome.ENDED) {
            output.println("Ended " + name + ".");
        }
        String detail = end.detail();
        output.note(
                switch (end.outcome()) {
                    case ENDED -> detail.isEmpty() ? "" : name + ": " + detail;
                    case GONE -> name + " has already ended";
                    case PORT_LEFT -> name + " no longer has port " + port.port();
                    case STILL_RUNNING -> stillRunning(name, detail);
                    case HANDED -> detail + "; use --force to end it anyway";
                    case REFUSED, DENIED -> detail;
                });
    }

    private static String stillRunning(String name, String detail) {
        return name + " is still running; "
                + (detail.isEmpty() ? "use --force to kill it, or --timeout to wait longer" : detail);
    }

    private void tellOfPort() {
        String detail = aftermath.detail();
        switch (aftermath.state()) {
            case FREE -> output.println("Port " + port.port() + " is free.");
            case FREE_WITH_REUSE, KEPT ->
                output.println(Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + ".");
            case BLOCKED -> output.note(detail);
            default -> output.note(isLeftAlone() ? "" : "but " + detail);
        }
    }

    /** Returns whether who has the port is one of the processes themselves, of which it was said why it was not ended. */
    private boolean isLeftAlone() {
        List<ProcessInfo> left = ends.values().stream()
                .filter(end -> !end.outcome().isDone())
                .map(End::process)
                .toList();
        return !aftermath.holders().isEmpty()
                && aftermath.holders().stream()
                        .allMatch(holder -> left.stream().anyMatch(process -> process.pid() == holder.pid()));
    }

    ExitCode exitCode() {
        long done = ends.values().stream().filter(end -> end.outcome().isDone()).count();
        if (done == ends.size()) {
            return aftermath == null || aftermath.isClear() ? ExitCode.OK : ExitCode.CONFLICT;
        }
        if (done > 0) {
            return ExitCode.PARTIAL;
        }
        boolean denied = ends.values().stream().allMatch(end -> end.outcome() == Outcome.DENIED);
        return denied ? ExitCode.PERMISSION : ExitCode.CONFLICT;
    }
}
