// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands as they are typed into a shell. */
public final class Shell {

    private Shell() {}

    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:@%+,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    public static String line(List<String> command) {
        return command.stream().map(Shell::quoted).collect(Collectors.joining(" "));
    }

    /** Returns the command, and what it reads as a here-document. */
    public static String withInput(List<String> command, String input) {
        if (input.isEmpty()) {
            return line(command);
        }
        String end = end(input);
        String newline = input.endsWith("\n") ? "" : "\n";
        return line(command) + " <<'" + end + "'\n" + input + newline + end;
    }

    /** Returns a line that the text does not have. */
    private static String end(String input) {
        return Stream.iterate("END", end -> end + "_")
                .filter(end -> input.lines().noneMatch(end::equals))
                .findFirst()
                .orElseThrow();
    }
}
