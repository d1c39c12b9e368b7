// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Table;
import org.portio.cli.text.TimeText;
import org.portio.core.PortioException;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedJson;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedStatus;
import org.portio.feed.FeedSubscriber;

/** Shows how the keeper's feed stands. */
final class FeedStatusCommand extends Subcommand {

    private static final List<String> TITLES = List.of("Subscriber", "Address", "Process");

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    FeedStatusCommand() {
        super("Starts nothing. Exit code 1 if the keeper does not publish.");
    }

    @Override
    public ExitCode run() throws PortioException {
        FeedReport report =
                services().feedControl(aside -> output().note(aside.text())).report(FeedControl.NO_EVENTS);
        if (json.value()) {
            output().json(FeedJson.document(report, Instant.now()));
            return report.isRunning() ? ExitCode.OK : ExitCode.FALSE;
        }
        if (!report.isRunning()) {
            output().note(whyNot(report));
            return ExitCode.FALSE;
        }
        print(report);
        return ExitCode.OK;
    }

    private String whyNot(FeedReport report) {
        if (!report.isOn()) {
            return "the feed is not running; start it: " + services().program() + " feed start";
        }
        return report.failure().isEmpty()
                ? "the feed is on, and no keeper is running; start one: "
                        + services().program() + " feed start"
                : "the feed is on, but does not run: " + report.failure() + "; it is tried again every 10 s";
    }

    private void print(FeedReport report) throws PortioException {
        FeedStatus status = report.status();
        FeedText text = new FeedText(services(), output());
        output().println("Since      " + TimeText.local(status.since()));
        text.addresses(status);
        if (status.plain()) {
            text.notePlain();
        } else {
            text.keys(report.key());
        }
        output().println(String.format(
                Locale.ROOT, "Published  %,d events, %.1f a second", status.sent(), status.rate()));
        output().println(String.format(Locale.ROOT, "Overruns   %,d", status.overruns()));
        output().println("Connected  " + report.subscribers().size());
        if (!report.subscribers().isEmpty()) {
            output().println("");
            new Table(TITLES, true, services().colours())
                    .print(
                            report.subscribers().stream()
                                    .map(FeedStatusCommand::row)
                                    .toList(),
                            output());
        }
    }

    private static List<String> row(FeedSubscriber one) {
        return List.of(orDash(String.join(" or ", one.names())), one.address(), orDash(one.process()));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
