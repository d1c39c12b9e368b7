// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.io.PrintWriter;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.ConnectionMonitor;

/**
 * A command of the command line: {@code portio NAME ARGUMENT...}. Any bundle may publish one as an OSGi service; the command
 * line makes it without OSGi, so that its component may have no references. PortIO's own commands come first.
 */
@ConsumerType
public interface ExtensionCommand {

    /** The surroundings of a call. */
    interface Call {

        /** Returns what follows the name of the command, as it was typed. */
        List<String> arguments();

        /** Returns where data goes. */
        PrintWriter out();

        /** Returns where messages for the user go. */
        PrintWriter err();

        /** Returns the connections of this machine. */
        ConnectionMonitor monitor();
    }

    /** Returns the name: lower-case letters, digits and hyphens. */
    String name();

    /** Returns one sentence for the list of commands. */
    String summary();

    /**
     * Runs the command.
     *
     * @return the exit code, 0 to 255; docs/cli.md says what they mean
     * @throws Exception which is reported in one line, with exit code 70
     */
    int run(Call call) throws Exception;
}
