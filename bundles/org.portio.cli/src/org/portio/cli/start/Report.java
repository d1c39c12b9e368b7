// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Says on stderr what is damaged, before anything else of PortIO can be used. */
public final class Report {

    private static final PrintStream STDERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true);

    /** Exit code of an internal error; Java itself would end with 1, which check-port has for a free port. */
    static final int DAMAGED = 70;

    private Report() {}

    /** Says what is missing or damaged, so that something could not be loaded, and returns the exit code. */
    public static int sayMissing(LinkageError failure) {
        List<Damage> damage = Installation.ofSystem().map(Installation::damage).orElse(List.of());
        say(
                damage.isEmpty()
                        ? "internal error: " + failure
                        : "this command needs files that are missing or damaged in the program's directory:",
                damage);
        return DAMAGED;
    }

    /** Says what is damaged, if anything is, and what to do. */
    static void say(String headline, List<Damage> damage) {
        List<String> lines = new ArrayList<>(List.of("portio: " + headline));
        damage.forEach(one -> lines.add("  " + one.text()));
        if (!damage.isEmpty()) {
            lines.add("To fix this, " + Installation.REMEDY + ".");
        }
        say(String.join(System.lineSeparator(), lines));
    }

    static void say(String text) {
        STDERR.println(text);
    }
}
