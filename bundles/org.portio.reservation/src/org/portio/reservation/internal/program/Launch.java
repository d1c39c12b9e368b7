// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program to be started.
 *
 * @param command the program and its arguments
 * @param output file that what it writes is added to, while it reads nothing; null for this process's own streams
 * @param variables what its environment has besides this process's own
 */
public record Launch(List<String> command, Path output, Map<String, String> variables) {

    public Launch {
        command = List.copyOf(command);
        variables = Map.copyOf(variables);
    }

    /** Creates one with this process's own environment. */
    public Launch(List<String> command, Path output) {
        this(command, output, Map.of());
    }
}
