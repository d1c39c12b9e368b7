// SPDX-License-Identifier: EPL-2.0
package org.portio.app.elevation;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.ILog;

/**
 * A workbench of the administrator, started by {@code pkexec}, which asks for the password in a dialog of the desktop.
 *
 * @param asker the program {@code pkexec}
 * @param program PortIO's own
 * @param environment that of this process
 */
public record RootWorkbench(Path asker, Path program, Map<String, String> environment) {

    /** The end of an attempt. */
    enum Outcome {
        /** Its window is there. */
        SHOWN,
        /** Whoever was asked for the password gave none, or may not do this. */
        NOT_ALLOWED,
        FAILED
    }

    /** Tells a workbench to write a line when its first window is there. */
    private static final String ANNOUNCES = "PORTIO_ANNOUNCES_WINDOW";

    private static final String ANNOUNCEMENT = "window shown";

    /** pkexec(1): the dialog was dismissed, or the user may not. */
    private static final List<Integer> NOT_AUTHORIZED = List.of(126, 127);

    /** Variables that a window and its language need: pkexec passes on next to nothing. */
    private static final List<String> NEEDED =
            List.of("DISPLAY", "XAUTHORITY", "LANG", "LC_ALL", "LC_MESSAGES", "GTK_THEME");

    /** Writes the line if this workbench was started by another one, which waits for it. */
    public static void announce() {
        if (System.getenv(ANNOUNCES) == null) {
            return;
        }
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write((ANNOUNCEMENT + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            ILog.of(RootWorkbench.class).info(e.getMessage(), e); // nobody waits any more
        }
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(asker.toString(), "env", ANNOUNCES + "=1"));
        for (String name : NEEDED) {
            String value = environment.getOrDefault(name, "XAUTHORITY".equals(name) ? usualAuthority() : "");
            if (!value.isEmpty()) {
                command.add(name + "=" + value);
            }
        }
        command.addAll(List.of(program.toString(), "workbench"));
        return command;
    }

    /** Returns the file with which X servers let their user's programs in, unless another one is named. */
    private String usualAuthority() {
        Path file = Path.of(environment.getOrDefault("HOME", ""), ".Xauthority");
        return Files.exists(file) ? file.toString() : "";
    }

    /** Starts it, and waits until its window is there or it has ended. */
    Outcome start() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(ANNOUNCEMENT)) {
                    return Outcome.SHOWN;
                }
            }
        }
        return NOT_AUTHORIZED.contains(process.waitFor()) ? Outcome.NOT_ALLOWED : Outcome.FAILED;
    }
}
