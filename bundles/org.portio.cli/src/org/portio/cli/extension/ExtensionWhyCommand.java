// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.text.TimeText;
import org.portio.extension.Brought;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;

/** Tells all about one extension. */
final class ExtensionWhyCommand extends Subcommand {

    private final Argument<String> name =
            add(Argument.parameter(0, String.class, "NAME", "The extension's id or name, or the name of its file.")
                    .converters(TextConverter::name));

    ExtensionWhyCommand() {
        super("Exit code 1 if it is not used, has failed, or is not installed.");
    }

    @Override
    public ExitCode run() throws ExtensionException {
        Meant.noteWhatIsUnknown(services(), output());
        boolean active = true;
        for (Extension extension : services().extensions().find(name.value())) {
            print(extension);
            active &= extension.state() == Extension.State.ACTIVE;
        }
        return active ? ExitCode.OK : ExitCode.FALSE;
    }

    private void print(Extension extension) {
        String title = (extension.id() + " " + extension.version()).strip();
        output().println(title + ": " + extension.state().label()
                + (extension.problem() == null
                        ? ""
                        : "; it " + extension.problem().text()));
        output().println("  file       " + extension.file());
        extension.features().forEach(feature -> output().println("  feature    " + feature.text()));
        output().println("  signed by  " + extension.signedBy());
        extension.brings().stream().map(Brought::text).forEach(text -> output().println("  brings     " + text));
        extension.notes().forEach(note -> output().println("  note       " + note));
        extension
                .faults()
                .forEach(fault ->
                        output().println("  failed     " + TimeText.local(fault.time()) + ": " + fault.text()));
        if (extension.state() == Extension.State.SWITCHED_OFF || extension.state() == Extension.State.DISABLED) {
            output().note("to use it again: " + services().program() + " extension enable " + extension.id());
        }
    }
}
