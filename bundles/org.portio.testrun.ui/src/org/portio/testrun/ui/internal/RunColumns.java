// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;
import org.portio.ui.TimeText;
import org.portio.ui.table.Column;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableState.Sort;

/** The columns of the table of runs. */
final class RunColumns {

    private static final String STARTED = "started";
    /** The colour of what needs somebody's attention, for light and dark. */
    static final String PROBLEM = "org.portio.core.ui.problem";

    private static final int TIME_WIDTH = 160;
    private static final int TEXT_WIDTH = 320;
    private static final int WORD_WIDTH = 90;
    private static final int NUMBER_WIDTH = 85;

    private RunColumns() {}

    /** Returns the table, with the newest run first. */
    static TableModel<RunReport> model(ZoneId zone) {
        List<Column<RunReport>> columns =
                Stream.of(what(zone), end(), contents()).flatMap(List::stream).toList();
        return new TableModel<>(columns, report -> report.run().id(), new Sort(STARTED, true));
    }

    private static List<Column<RunReport>> what(ZoneId zone) {
        return List.of(
                Column.<RunReport>text(
                                STARTED,
                                Messages.RunColumns_started,
                                report -> TimeText.moment(report.run().started(), zone))
                        .comparedByAge(report -> report.run().started())
                        .orderedBy(Comparator.comparing(report -> report.run().started()))
                        .wide(TIME_WIDTH),
                words(
                        "kind",
                        Messages.RunColumns_kind,
                        report -> report.run().kind().label(),
                        Arrays.stream(TestRun.Kind.values()).map(TestRun.Kind::label)),
                Column.<RunReport>text(
                                "command",
                                Messages.RunColumns_command,
                                report -> String.join(" ", report.run().command()))
                        .wide(TEXT_WIDTH));
    }

    private static List<Column<RunReport>> end() {
        return List.of(
                words(
                        "state",
                        Messages.RunColumns_state,
                        report -> report.end().label(),
                        Arrays.stream(RunReport.End.values()).map(RunReport.End::label)),
                Column.<RunReport>number(
                                "exit",
                                Messages.RunColumns_exit,
                                report -> report.exitCode() == null
                                        ? null
                                        : report.exitCode().longValue())
                        .wide(NUMBER_WIDTH),
                Column.<RunReport>text("took", Messages.RunColumns_took, report -> seconds(took(report)))
                        .orderedBy(
                                Comparator.comparing(RunColumns::took, Comparator.nullsLast(Comparator.naturalOrder())))
                        .wide(NUMBER_WIDTH));
    }

    private static List<Column<RunReport>> contents() {
        return List.of(
                count(
                        "opened",
                        Messages.RunColumns_opened,
                        report -> report.opened().size()),
                seen("left", Messages.RunColumns_left, report -> report.leaks().size()),
                count(
                        "changes",
                        Messages.RunColumns_changes,
                        report -> report.changes().size()),
                count("notReverted", Messages.RunColumns_notReverted, report -> (int) report.changes().stream()
                                .filter(change -> !change.reverted())
                                .count())
                        .wide(110),
                words(
                        "record",
                        Messages.RunColumns_record,
                        report -> isSeen(report) ? report.record().label() : "",
                        Arrays.stream(RunReport.Record.values()).map(RunReport.Record::label)),
                Column.<RunReport>text(
                                "id",
                                Messages.RunColumns_id,
                                report -> report.run().id())
                        .hidden());
    }

    private static Column<RunReport> count(String id, String title, ToIntFunction<RunReport> count) {
        return Column.<RunReport>number(
                        id, title, report -> isRunning(report) ? null : Long.valueOf(count.applyAsInt(report)))
                .wide(NUMBER_WIDTH);
    }

    /** Returns a column of what is seen of a command, and known when it has ended. */
    private static Column<RunReport> seen(String id, String title, ToIntFunction<RunReport> count) {
        return Column.<RunReport>number(
                        id, title, report -> isSeen(report) ? Long.valueOf(count.applyAsInt(report)) : null)
                .wide(NUMBER_WIDTH);
    }

    private static Column<RunReport> words(
            String id, String title, Function<RunReport, String> text, Stream<String> known) {
        return Column.<RunReport>words(id, title, text, known.toList()).wide(WORD_WIDTH);
    }

    static boolean isRunning(RunReport report) {
        return report.end() == RunReport.End.RUNS;
    }

    /** Returns whether what it has opened and left is known, as far as it ever is: its command has ended. */
    static boolean isSeen(RunReport report) {
        return !isRunning(report) && report.end() != RunReport.End.REVERTED;
    }

    /** Returns how long it took; null while it runs. */
    private static Duration took(RunReport report) {
        return report.ended() == null ? null : Duration.between(report.run().started(), report.ended());
    }

    private static String seconds(Duration time) {
        return time == null ? "" : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Returns the colour of the run's row; null for none. */
    static String colour(RunReport report) {
        boolean left = report.leaks().stream().anyMatch(leak -> !leak.ended());
        return left || report.changes().stream().anyMatch(change -> !change.reverted()) ? PROBLEM : null;
    }
}
