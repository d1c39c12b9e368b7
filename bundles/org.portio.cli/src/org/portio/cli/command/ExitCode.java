// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The meaning of PortIO's exit codes: the one table behind the commands, their help and docs/cli.md. */
public enum ExitCode implements ExitStatus {
    OK(0, "done, or the condition is true"),
    FALSE(1, "the condition is false: the port is free, nothing was found"),
    USAGE(2, "wrong usage: unknown command or option, bad value"),
    PERMISSION(3, "no permission"),
    CONFLICT(4, "refused or conflict: the file exists, the system does not allow it"),
    PARTIAL(5, "partial failure: some of it was done"),
    INTERNAL(70, "internal error, or a part of PortIO is missing or damaged");

    private final int code;
    private final String description;

    ExitCode(int code, String description) {
        this.code = code;
        this.description = description;
    }

    @Override
    public int code() {
        return code;
    }

    public String description() {
        return description;
    }

    /** Codes with their descriptions, in the order of the codes. */
    public static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(exit -> table.put(String.valueOf(exit.code), exit.description));
        return table;
    }
}
