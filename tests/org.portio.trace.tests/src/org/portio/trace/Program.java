// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs programs through a door to their end. */
public final class Program {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String SOCKETS = "import os, socket, sys, time\nsocket.setdefaulttimeout(None)\n";

    private Program() {}

    /** Returns what a Python script writes, which has {@code os}, {@code socket}, {@code sys}, {@code time}. */
    public static String python(Door door, String script, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", SOCKETS + script));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return run(door, command);
    }

    /** Returns what it writes. */
    public static String run(Door door, List<String> command) throws IOException {
        Process process = door.start(
                () -> new ProcessBuilder(command).redirectErrorStream(true).start());
        return new String(process.getInputStream().readAllBytes()).strip();
    }
}
