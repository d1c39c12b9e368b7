// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PastTime;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.text.TimeText;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.RecordException;

/** Forgets some of the past. */
final class ForgetCommand extends Subcommand {

    private final Argument<Instant> before = add(Argument.option(
            "--before",
            Instant.class,
            PastTime.ofSystem(),
            "TIME",
            "What ended before this time: " + PastTime.HELP + "."));

    private final Argument<String> process = add(Argument.option(
            "--process",
            String.class,
            TextConverter::name,
            "NAME|PID",
            "Sockets of the processes with exactly this name, or this PID; with --before, those that ended before."));

    private final Argument<Boolean> all = add(Argument.flag("--all", "All that has ended."));
    private final Argument<Boolean> yes = add(yesOption());

    ForgetCommand() {
        super("Removes it from the files, so that nobody can read it any more. Sockets that are open stay. Asks first."
                + " Exit code 1 if there is nothing to forget.");
    }

    @Override
    public ExitCode run() throws RecordException {
        checkUsage();
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        Instant end = before.value() == null ? Instant.now() : before.value();
        Predicate<Connection> chosen = process.value() == null ? Question.ANY : this::isOfProcess;
        try (History history = services().history(aside -> output().note(aside.text()))) {
            int unread = history.unread();
            List<String> plan = new ArrayList<>(List.of(plan(history, end, chosen)));
            if (unread > 0) {
                plan.add("also deletes " + UnreadNote.number(unread)
                        + " from another version of PortIO, since nobody can tell what was recorded there");
            }
            confirmation.demand(plan);
            long forgotten = history.forget(end, chosen);
            output().println(String.format(Locale.ROOT, "Forgot %,d sockets.", forgotten));
            return forgotten == 0 && unread == 0 ? ExitCode.FALSE : ExitCode.OK;
        }
    }

    private void checkUsage() {
        if (all.value() && (before.value() != null || process.value() != null)) {
            throw wrongUsage("--all leaves nothing to choose; leave out --before and --process");
        }
        if (!all.value() && before.value() == null && process.value() == null) {
            throw wrongUsage("what is to be forgotten? give --before, --process or --all");
        }
    }

    private String plan(History history, Instant end, Predicate<Connection> chosen) throws RecordException {
        Question question = Question.between(Instant.MIN, end).having(chosen).limitedTo(0);
        return String.format(
                Locale.ROOT,
                "forgets for ever what ended before %s, of %,d sockets%s",
                TimeText.local(end),
                history.ask(question).total(),
                process.value() == null ? "" : " of " + process.value());
    }

    private boolean isOfProcess(Connection connection) {
        return connection.owners().stream().anyMatch(this::isMeant);
    }

    private boolean isMeant(ProcessInfo owner) {
        return owner.name().equals(process.value())
                || String.valueOf(owner.pid()).equals(process.value());
    }
}
