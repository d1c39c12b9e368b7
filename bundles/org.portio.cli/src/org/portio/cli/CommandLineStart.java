// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.portio.cli.start.Report;

/** Starts the command line, and says what is missing if that cannot be loaded. */
public final class CommandLineStart {

    /** Repeats that of {@link Report}; a copy, for nothing else may be loaded here. */
    private static final int DAMAGED = 70;

    private CommandLineStart() {}

    public static void main(String... args) {
        try {
            Main.main(args);
        } catch (LinkageError e) {
            Runtime.getRuntime().halt(sayMissing(e));
        }
    }

    /** Says what is missing or damaged, even if the classes that look for it are, and returns the exit code. */
    static int sayMissing(LinkageError failure) {
        try {
            return Report.sayMissing(failure);
        } catch (LinkageError _) {
            // They lie in the jar that Java was started with, and need nothing else.
            try (PrintStream stderr = new PrintStream(new FileOutputStream(FileDescriptor.err))) {
                stderr.println("portio: " + System.getProperty("java.class.path")
                        + " is damaged. To fix this, reinstall PortIO.");
            }
            return DAMAGED;
        }
    }
}
