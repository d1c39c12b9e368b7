// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What is said on stderr, before anything else of PortIO can be used. */
final class Report {

    private static final PrintStream STDERR = new PrintStream(new FileOutputStream(FileDescriptor.err), true);

    private Report() {}

    /** Says what is damaged, if anything is, and what to do. */
    static void say(String headline, List<Damage> damage) {
        List<String> lines = new ArrayList<>(List.of("portio: " + headline));
        damage.forEach(one -> lines.add("  " + one.text()));
        if (!damage.isEmpty()) {
            lines.add("To mend it, " + Installation.REMEDY + ".");
        }
        say(String.join(System.lineSeparator(), lines));
    }

    static void say(String text) {
        STDERR.println(text);
    }
}
