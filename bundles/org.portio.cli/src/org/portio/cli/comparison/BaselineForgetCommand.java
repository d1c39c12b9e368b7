// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;

/** Deletes the listeners that are known. */
final class BaselineForgetCommand extends Subcommand {

    BaselineForgetCommand() {
        super("Exit code 1 if there is no baseline.");
    }

    @Override
    public ExitCode run() {
        if (!BaselineFile.of(null, services()).remove()) {
            output().note("no baseline is kept");
            return ExitCode.FALSE;
        }
        output().println("Forgot the baseline.");
        return ExitCode.OK;
    }
}
