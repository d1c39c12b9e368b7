// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.cli.start.Report;

/** Starts the command line, and says what is missing if that cannot be loaded. */
public final class CommandLineStart {

    private CommandLineStart() {}

    public static void main(String... args) {
        try {
            Main.main(args);
        } catch (LinkageError e) {
            Runtime.getRuntime().halt(Report.sayMissing(e));
        }
    }
}
