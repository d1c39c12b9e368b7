// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Subcommand;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The words behind {@code --}: a program and its arguments, which may look like options. */
final class ProgramWords {

    private static final String DELIMITER = "--";

    private final Subcommand command;
    private final Argument<List<String>> words;

    private ProgramWords(Subcommand command, Argument<List<String>> words) {
        this.command = command;
        this.words = words;
    }

    /** Adds them to a command, from this place on. */
    static ProgramWords addTo(Subcommand command, int index, String description) {
        PositionalParamSpec.Builder words = Argument.words(index, "ARGUMENT", description);
        return new ProgramWords(command, command.add(words));
    }

    /** Returns them; an empty list without the delimiter. */
    List<String> value() {
        List<String> arguments =
                command.spec().root().commandLine().getParseResult().originalArgs();
        boolean delimited = arguments.contains(DELIMITER);
        if (!delimited && !words.value().isEmpty()) {
            throw command.wrongUsage("unexpected argument '" + words.value().getFirst()
                    + "'; put the program and its arguments after --");
        }
        if (!delimited) {
            return List.of();
        }
        int after = arguments.size() - arguments.indexOf(DELIMITER) - 1;
        if (words.value().size() > after) {
            throw command.wrongUsage("unexpected argument '" + words.value().getFirst() + "' before --; put it behind");
        }
        return words.value();
    }
}
