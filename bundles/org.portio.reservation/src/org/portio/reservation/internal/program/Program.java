// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;

/** A program that runs with this process's own environment, and what is added to it. */
public interface Program {

    long pid();

    /** Waits for its end, and returns its exit code; 128 plus the signal if one ended it. */
    int waitFor() throws InterruptedException;

    /** Asks it to end. */
    void terminate();

    private static ProcessBuilder builder(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        builder.environment().putAll(launch.variables());
        if (launch.output() == null) {
            return builder.inheritIO();
        }
        File nothing = Redirect.DISCARD.file();
        return builder.redirectErrorStream(true)
                .redirectInput(nothing)
                .redirectOutput(Redirect.appendTo(launch.output().toFile()));
    }

    /** Starts one; if this process stands for it, with all that this means. */
    static Program start(Launch launch) throws IOException {
        Optional<StandIn> standIn = StandIn.current();
        return standIn.isPresent() ? SpawnedProgram.start(launch, standIn.get()) : startByJava(launch);
    }

    private static Process start(String name, ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw StartFailures.of(name, 0, e);
        }
    }

    private static Program startByJava(Launch launch) throws IOException {
        Process process = start(launch.command().getFirst(), builder(launch));
        return new Program() {
            @Override
            public long pid() {
                return process.pid();
            }

            @Override
            public int waitFor() throws InterruptedException {
                return process.waitFor();
            }

            @Override
            public void terminate() {
                process.destroy();
            }
        };
    }
}
