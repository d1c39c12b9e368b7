// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import picocli.CommandLine.Model.OptionSpec;

/** The options that choose a format for programs instead of the table; at most one of them may be given. */
public final class FormatOptions {

    private final OptionSpec json =
            Argument.flag("--json", "One JSON document.").build();
    private final OptionSpec jsonl = Argument.flag("--jsonl", "One JSON object per socket, one per line.")
            .build();
    private final OptionSpec csv =
            Argument.flag("--csv", "Comma-separated values (RFC 4180).").build();

    public FormatOptions(Subcommand command) {
        command.addExclusive(json, jsonl, csv);
    }

    public boolean isJson() {
        return isGiven(json);
    }

    public boolean isJsonLines() {
        return isGiven(jsonl);
    }

    public boolean isCsv() {
        return isGiven(csv);
    }

    /** Returns true if none was chosen. */
    public boolean isTable() {
        return !isJson() && !isJsonLines() && !isCsv();
    }

    /** Returns whether the flag was given; picocli leaves it null if no option of its group was. */
    private static boolean isGiven(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }
}
