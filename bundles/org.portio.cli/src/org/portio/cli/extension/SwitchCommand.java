// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;

/** Enables or disables an extension. */
final class SwitchCommand extends Subcommand {

    private final boolean on;

    private final Argument<String> name =
            add(Argument.parameter(0, String.class, "NAME", "The extension's id or name, or the name of its file.")
                    .converters(TextConverter::name));

    SwitchCommand(boolean on) {
        super(
                on
                        ? "Its earlier failures are forgotten. Exit code 5 if it is enabled, but cannot be used."
                        : "The workbench stops it, too.");
        this.on = on;
    }

    @Override
    public ExitCode run() throws ExtensionException {
        Extensions extensions = services().extensions();
        String id = Meant.one(extensions, name.value());
        if (!on) {
            extensions.disable(id);
            output().println("Disabled " + id + ".");
            return ExitCode.OK;
        }
        extensions.enable(id);
        output().println("Enabled " + id + ".");
        Extension enabled = extensions.find(id).getFirst();
        if (enabled.problem() == null) {
            return ExitCode.OK;
        }
        output().note("it is not used: it " + enabled.problem().text());
        return ExitCode.PARTIAL;
    }
}
