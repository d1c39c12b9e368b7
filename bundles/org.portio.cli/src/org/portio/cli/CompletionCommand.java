// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import picocli.AutoComplete;

/** Prints what makes bash and zsh complete the commands. */
final class CompletionCommand extends Subcommand {

    CompletionCommand() {
        super("To use it in this shell: source <(portio generate-completion)");
    }

    @Override
    public ExitCode run() {
        output().lines(AutoComplete.bash("portio", spec().root().commandLine()));
        return ExitCode.OK;
    }
}
