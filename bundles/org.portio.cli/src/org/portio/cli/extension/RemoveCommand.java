// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;

/** Deletes an extension from the user's folder. */
final class RemoveCommand extends Subcommand {

    private final Argument<String> name = add(Argument.parameter(
                    0,
                    String.class,
                    "NAME",
                    "The extension's id or name, the name of its file, or a feature's id or name.")
            .converters(TextConverter::name));

    private final Argument<Boolean> yes = add(yesOption());

    RemoveCommand() {
        super(
                "Deletes its jar from your folder; one of the system's can only be disabled. A feature that was installed from a"
                        + " repository goes as a whole. Asks first.");
    }

    @Override
    public ExitCode run() throws ExtensionException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        Extensions extensions = services().extensions();
        String id = Meant.removable(extensions, name.value());
        List<Extension> going = extensions.removal(id);
        if (!going.isEmpty()) {
            confirmation.demand(going.stream()
                    .map(extension -> "deletes " + extension.file())
                    .toList());
        }
        extensions.remove(id);
        output().println("Removed " + (going.isEmpty() ? id : names(going)) + ".");
        return ExitCode.OK;
    }

    /** Returns all that goes: of a feature, more than the one that was named. */
    private static String names(List<Extension> extensions) {
        return extensions.stream().map(Extension::id).collect(Collectors.joining(", "));
    }
}
