// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.portio.core.system.FileFailure;
import org.portio.core.system.PrivateFiles;
import org.portio.reservation.Reservation;

/**
 * Runs the program of a reservation by PortIO's command line.
 *
 * @param commandLine the program of it
 * @param output file that all that the program writes is added to
 * @param news is told what the command line says, a line each, from another thread
 */
record SeparateRun(Path commandLine, Reservation reservation, Path output, Consumer<String> news) {

    /** The command line of this installation; null if this workbench was not started by it. */
    static final Path COMMAND_LINE = Optional.ofNullable(System.getProperty("portio.program"))
            .map(Path::of)
            .orElse(null);

    private static final int TO_END_SECONDS = 5;

    /**
     * Waits for the program's end, and returns its exit code.
     *
     * @throws InterruptedException if the waiting was interrupted; the program was asked to end
     */
    int run() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command())
                .redirectInput(Redirect.from(Redirect.DISCARD.file()))
                .redirectOutput(Redirect.DISCARD)
                .start();
        Thread reader = Thread.ofVirtual().start(() -> tell(process));
        try {
            int exit = process.waitFor();
            reader.join();
            return exit;
        } catch (InterruptedException e) {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, TO_END_SECONDS, TimeUnit.SECONDS)
                    .join();
            throw e;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                commandLine.toString(),
                "run",
                String.valueOf(reservation.key().port()),
                reservation.key().protocol().name(),
                "--hand-over",
                reservation.handOver().label(),
                "--leaks",
                "--output",
                output.toString()));
        if (!reservation.key().address().isEmpty()) {
            command.addAll(List.of("--address", reservation.key().address()));
        }
        return command;
    }

    /** The output shows it, too, in its place between what the program writes, as a terminal would. */
    private void tell(String line) {
        news.accept(line.replaceFirst("^portio: ", ""));
        try {
            PrivateFiles.append(output, line + "\n");
        } catch (IOException e) {
            news.accept(FileFailure.text(e));
        }
    }

    private void tell(Process process) {
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8);
                Stream<String> lines = reader.lines()) {
            lines.forEach(this::tell);
        } catch (IOException e) {
            news.accept(e.getMessage());
        }
    }
}
