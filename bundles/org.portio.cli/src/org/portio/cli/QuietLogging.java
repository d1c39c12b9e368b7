// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/** Sends only warnings to stderr, in the form of PortIO's own notes: it is for the user here. Java creates it when something is first logged. */
public final class QuietLogging {

    private static final String CONFIGURATION = """
            handlers = java.util.logging.ConsoleHandler
            .level = WARNING
            java.util.logging.SimpleFormatter.format = portio: %5$s%6$s%n
            """;

    /** Called by Java's logging. */
    public QuietLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Makes Java ask this class when it loads its logging, unless the caller of the command configures it. */
    public static void prepare() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.config.class", QuietLogging.class.getName());
        }
    }
}
