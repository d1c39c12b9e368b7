// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.core.system.NoHomeException;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.InstalledFeature;

/** Finds what a user means by a name. */
final class Meant {

    private Meant() {}

    /** Returns the id of the one extension that has this name; a change must not meet another one by chance. */
    static String one(Extensions extensions, String name) throws ExtensionException {
        List<String> ids =
                extensions.find(name).stream().map(Extension::id).distinct().toList();
        if (ids.size() > 1) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "several extensions are called '" + name + "'; choose from "
                            + ids.stream().collect(Collectors.joining(", ")));
        }
        return ids.getFirst();
    }

    /** Returns the id of the one extension or feature that has this name. */
    static String removable(Extensions extensions, String name) throws ExtensionException {
        Optional<String> wanted = extensions.find(name).stream()
                .flatMap(extension -> extension.features().stream())
                .filter(feature -> feature.id().equals(name) || feature.name().equalsIgnoreCase(name))
                .map(InstalledFeature::id)
                .findFirst();
        return wanted.isPresent() ? wanted.get() : one(extensions, name);
    }

    /** Says so if only the extensions of the system can be looked at. */
    static void noteWhatIsUnknown(Services services, Output output) {
        try {
            services.extensions().folder();
        } catch (NoHomeException e) {
            output.note("only the extensions of the system are known; " + e.getMessage());
        }
    }
}
