// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.FormatOptions;
import org.portio.cli.command.PastTime;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.connection.ConnectionFilter;
import org.portio.core.port.PortRange;
import org.portio.record.Account;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.History;
import org.portio.record.HistoryTail;
import org.portio.record.Question;
import org.portio.record.RecordException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Prints the sockets of the past. */
public final class HistoryCommand extends Subcommand {

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of("on", Group.CONNECTIONS, "Record sockets from now on.", OnCommand::new),
            CommandEntry.of("off", Group.CONNECTIONS, "Record no more.", OffCommand::new),
            CommandEntry.of(
                    "status",
                    Group.CONNECTIONS,
                    "Show whether sockets are being recorded, and what is kept.",
                    StatusCommand::new),
            CommandEntry.of("forget", Group.CONNECTIONS, "Forget what was recorded, for ever.", ForgetCommand::new));
    private static final int MOST = 1000;

    private final ITypeConverter<Instant> times = PastTime.ofSystem();

    private final Argument<PortRange> port = add(Argument.optionalParameter(
                    0, PortRange.class, "PORT", "Sockets with this port at either end; also a range (default: all).")
            .converters(PortConverter::range));

    private final Argument<Instant> at = add(Argument.option(
            "--at",
            Instant.class,
            times,
            "TIME",
            "What was, or may have been, there at that moment: " + PastTime.HELP + "."));

    private final Argument<Instant> since = add(
            Argument.option("--since", Instant.class, times, "TIME", "From this time on (default: all that is kept)."));

    private final Argument<Instant> until =
            add(Argument.option("--until", Instant.class, times, "TIME", "Until this time (default: now)."));

    private final ConnectionFilter filter = new ConnectionFilter(this);
    private final FormatOptions format = new FormatOptions(this);

    private final Argument<Integer> limit = add(Argument.option(
                    "--limit",
                    Integer.class,
                    HistoryCommand::limit,
                    "N",
                    "Show the newest N (default: ${DEFAULT-VALUE}).")
            .defaultValue(String.valueOf(MOST)));

    private final Argument<Boolean> follow = add(Argument.flag(
            "--follow",
            "Go on live: print what is recorded from now on, too, each socket when it is seen, when what is shown of it"
                    + " changes, and when it has ended; until interrupted. As a table or with --jsonl."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    public HistoryCommand() {
        super("Says who had a port, since when, who had it after, and what PortIO did to it. A time that was not"
                + " recorded is 'not watched': that no socket is shown does not mean that the port was free. The"
                + " filters are those of list, on sockets as they were last seen. Exit code 1 if there is nothing to"
                + " show.");
        spec().usageMessage().commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    private static int limit(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new TypeConversionException("'" + text + "' is not a valid limit; give a number from 1 on");
        }
        return Integer.parseInt(text);
    }

    @Override
    public ExitCode run() throws RecordException, InterruptedException {
        Question question = question();
        if (follow.value()) {
            checkThatItCanBeFollowed();
            try (HistoryTail tail = services().historyTail()) {
                return follow(question, tail);
            }
        }
        try (History history = services().history(aside -> output().note(aside.text()))) {
            Answer answer = history.ask(question);
            if (answer.total() == 0) {
                filter.checkUser(List.of());
            }
            print(question, answer);
            if (!format.isJson()) {
                note(question, answer, history);
            }
            UnreadNote.of(history.unread()).ifPresent(output()::note);
            return answer.total() == 0 && answer.acts().isEmpty() ? ExitCode.FALSE : ExitCode.OK;
        }
    }

    private void checkThatItCanBeFollowed() {
        if (at.value() != null || until.value() != null) {
            throw wrongUsage("--follow has no end; leave out --at and --until");
        }
        if (format.isJson() || format.isCsv()) {
            throw wrongUsage("--follow prints a table or JSON Lines; use --jsonl instead of --json and --csv");
        }
    }

    /** Prints what is known so far, and goes on with what is told; nothing is left out in between. */
    private ExitCode follow(Question question, HistoryTail tail) throws RecordException, InterruptedException {
        Answer answer;
        try (History history = services().history(aside -> output().note(aside.text()))) {
            answer = history.ask(question);
            UnreadNote.of(history.unread()).ifPresent(output()::note);
        }
        if (answer.total() == 0) {
            filter.checkUser(List.of());
        }
        Followed followed = format.isJsonLines()
                ? new FollowedLines(output())
                : new FollowedTable(output(), !noHeader.value(), services().colours());
        return new Following(question, tail, followed, output()).run(answer);
    }

    private Question question() {
        if (at.value() != null && (since.value() != null || until.value() != null)) {
            throw wrongUsage("--at is one moment; leave out --since and --until");
        }
        if (port.value() != null && !filter.ports().isEmpty()) {
            throw wrongUsage("give the ports once: as PORT or with --port");
        }
        Instant end = at.value() != null ? at.value() : until.value() != null ? until.value() : Instant.now();
        Instant begin = at.value() != null ? end : since.value() != null ? since.value() : Instant.MIN;
        if (begin.isAfter(end)) {
            throw wrongUsage("--since is after --until");
        }
        Question question = Question.between(begin, end)
                .about(ports())
                .having(filter.traits())
                .limitedTo(limit.value());
        return filter.words().isEmpty() ? question : PastFilter.on(question, filter.words(), this);
    }

    private IntPredicate ports() {
        List<PortRange> wanted = port.value() == null ? filter.ports() : List.of(port.value());
        return wanted.isEmpty()
                ? Question.ANY_PORT
                : number -> wanted.stream().anyMatch(range -> range.contains(number));
    }

    private void print(Question question, Answer answer) {
        if (format.isJson()) {
            output().json(HistoryJson.document(question, answer, Instant.now()));
        } else if (format.isJsonLines()) {
            HistoryJson.lines(answer).forEach(output()::json);
        } else if (format.isCsv()) {
            printCsv(answer.accounts());
        } else {
            new HistoryTable(at.value(), !noHeader.value(), services().colours()).print(answer, output());
        }
    }

    private void printCsv(List<Account> accounts) {
        if (!noHeader.value()) {
            output().out.print(HistoryCsv.header() + "\r\n");
        }
        accounts.forEach(account -> output().out.print(HistoryCsv.line(account) + "\r\n"));
    }

    private void note(Question question, Answer answer, History history) throws RecordException {
        int shown = answer.accounts().size();
        if (shown < answer.total()) {
            output().note(String.format(
                    Locale.ROOT, "the newest %,d of %,d sockets; see more with --limit", shown, answer.total()));
        }
        Instant now = Instant.now();
        List<Coverage> stretches = stretches(question, answer, history, now);
        if (shown == 0 && !stretches.isEmpty()) {
            output().note("no socket was seen");
        }
        CoverageNotes.of(question, stretches, now).forEach(output()::note);
    }

    /** Returns what was watched; of this moment, nobody has told yet that it was. */
    private static List<Coverage> stretches(Question question, Answer answer, History history, Instant now)
            throws RecordException {
        Instant told = now.minus(CoverageNotes.BEHIND);
        boolean isLive = answer.coverage().isEmpty() && question.until().isAfter(told);
        return isLive ? history.ask(Question.between(told, now).limitedTo(0)).coverage() : answer.coverage();
    }
}
