// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.extension.Brought;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import picocli.CommandLine.TypeConversionException;

/** Copies a jar into the user's folder. */
final class InstallCommand extends Subcommand {

    private static final String SCHEME = "file:";

    private final Argument<Path> file =
            add(Argument.parameter(0, Path.class, "FILE", "The jar, as a path or a URL that begins with file:.")
                    .converters(InstallCommand::path));

    private final Argument<Boolean> yes = add(yesOption());

    InstallCommand() {
        super("An extension runs with your rights: it can read, change and send all that you can. Shows who signed it,"
                + " and asks first. Exit code 5 if it is installed, but cannot be used yet.");
    }

    private static Path path(String text) {
        if (!text.startsWith(SCHEME)) {
            return TextConverter.path(text);
        }
        try {
            return Path.of(new URI(text));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException _) {
            throw new TypeConversionException("'" + text + "' is not the URL of a file of this machine");
        }
    }

    @Override
    public ExitCode run() throws ExtensionException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        if (Files.notExists(file.value())) {
            throw new CommandFailure(ExitCode.FALSE, file.value() + " does not exist");
        }
        confirmation.checkThatItCanBeGiven();
        Extensions extensions = services().extensions();
        extensions.folder(); // Fails if there is none: before anything is said of what would be installed.
        Examined examined = extensions.examine(file.value());
        List<String> terms = terms(examined.extension());
        if (yes.value()) {
            terms.forEach(output()::note);
        }
        confirmation.demand(terms);
        Extension installed = extensions.install(examined);
        output().println("Installed " + installed.id() + " " + installed.version() + ".");
        if (installed.problem() == null) {
            output().note("a workbench that is running finds it within a few seconds"
                    + (installed.needsRestart()
                            ? ", and shows its views and menu entries when it is started again"
                            : ""));
            return ExitCode.OK;
        }
        output().note("it is not used: it " + installed.problem().text());
        return ExitCode.PARTIAL;
    }

    private static List<String> terms(Extension extension) {
        List<String> terms = new ArrayList<>();
        terms.add("installs " + extension.name() + " " + extension.version()
                + (extension.vendor().isEmpty() ? "" : " by " + extension.vendor()) + ", signed by "
                + extension.signedBy());
        extension.brings().stream().map(Brought::text).forEach(text -> terms.add("it brings " + text));
        terms.add("it runs with your rights: it can read, change and send all that you can");
        return terms;
    }
}
