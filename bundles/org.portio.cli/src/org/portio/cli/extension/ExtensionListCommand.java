// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Table;
import org.portio.extension.Brought;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionsJson;

/** Prints all extensions. */
final class ExtensionListCommand extends Subcommand {

    private static final List<String> TITLES =
            List.of("Extension", "Version", "Vendor", "Folder", "Feature", "State", "Brings");

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    ExtensionListCommand() {
        super("The reasons are listed on stderr. Exit code 1 if there are none.");
    }

    @Override
    public ExitCode run() {
        List<Extension> all = services().extensions().list();
        if (json.value()) {
            output().json(ExtensionsJson.document(all, Instant.now()));
        } else {
            new Table(TITLES, !noHeader.value(), services().colours())
                    .print(all.stream().map(ExtensionListCommand::cells).toList(), output());
        }
        all.stream().map(ExtensionListCommand::reason).forEach(output()::note);
        Meant.noteWhatIsUnknown(services(), output());
        return all.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private static List<String> cells(Extension extension) {
        return List.of(
                extension.id(),
                orDash(extension.version()),
                orDash(extension.vendor()),
                extension.origin().label(),
                orDash(extension.features().stream()
                        .map(feature -> feature.name() + " " + feature.version())
                        .collect(Collectors.joining(", "))),
                extension.state().label(),
                orDash(extension.brings().stream().map(Brought::text).collect(Collectors.joining(", "))));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    /** Says nothing of one that the user has disabled: that is in the table. */
    private static String reason(Extension extension) {
        if (extension.state() == Extension.State.DISABLED) {
            return "";
        }
        if (extension.problem() != null) {
            return extension.id() + " " + extension.problem().text();
        }
        return extension.faults().isEmpty()
                ? ""
                : extension.id() + " has failed; it "
                        + extension.faults().getLast().text();
    }
}
