// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.nio.file.Path;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.SavedFile;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.text.Output;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Observation;

/** Prints what stands out among the sockets. */
public final class InsightsCommand extends Subcommand {

    private final Argument<Path> before = add(Argument.option(
                    "--before",
                    Path.class,
                    "FILE",
                    "Compare with a snapshot that 'portio save FILE' saved, such as FILE.json.")
            .converters(TextConverter::path));

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    public InsightsCommand() {
        super("Some rules compare with an earlier moment, and find nothing without --before: ports that only this"
                + " machine could reach then, and connections that a process does not close. Rules of the firewall"
                + " are seen only with the rights for it. Exit code 1 if something stands out.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Snapshot earlier = before.value() == null ? null : new SavedFile(output()).read(before.value());
        Snapshot now = services().monitor().snapshot();
        List<Insight> insights = services().insights().find(new Observation(now, earlier));
        if (json.value()) {
            output().json(InsightsJson.document(insights, now.time()));
        } else {
            print(insights);
        }
        return insights.isEmpty() ? ExitCode.OK : ExitCode.FALSE;
    }

    private void print(List<Insight> insights) {
        Output output = output();
        for (Insight insight : insights) {
            output.println(sign(insight.severity()) + " " + insight.what());
            output.println("    seen: " + insight.evidence());
            if (!insight.advice().isEmpty()) {
                output.println("    try:  " + insight.advice());
            }
        }
        if (insights.isEmpty()) {
            output.note("nothing stands out");
        }
    }

    private static String sign(Insight.Severity severity) {
        return switch (severity) {
            case PROBLEM -> "[x]";
            case WARNING -> "[!]";
            case NOTE -> "[i]";
        };
    }
}
