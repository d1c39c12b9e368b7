// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.util.List;
import org.portio.cli.Main;

/** Starts the command line, and says what is missing if that cannot be loaded. */
public final class CommandLineStart {

    /** That of an internal error; Java itself would end with 1, which check-port has for a free port. */
    static final int DAMAGED = 70;

    private CommandLineStart() {}

    public static void main(String... args) {
        try {
            Main.main(args);
        } catch (LinkageError e) {
            Runtime.getRuntime().halt(sayMissing(e));
        }
    }

    /** Says what is missing or damaged, so that something could not be loaded, and gives the exit code. */
    public static int sayMissing(LinkageError failure) {
        List<Damage> damage = Installation.ofSystem().map(Installation::damage).orElse(List.of());
        Report.say(
                damage.isEmpty()
                        ? "internal error: " + failure
                        : "this command needs what is missing or damaged in the program's directory:",
                damage);
        return DAMAGED;
    }
}
