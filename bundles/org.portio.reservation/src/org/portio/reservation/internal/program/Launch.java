// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to be started.
 *
 * @param command the program and its arguments
 * @param output file that what it writes is added to, while it reads nothing; null for this process's own streams
 */
public record Launch(List<String> command, Path output) {

    public Launch {
        command = List.copyOf(command);
    }
}
