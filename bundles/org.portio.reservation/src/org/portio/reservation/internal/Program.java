// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.util.List;

/** A program that runs with this process's own streams and environment. */
public interface Program {

    long pid();

    /** Waits for its end, and gives its exit code; 128 and the signal where one ended it. */
    int waitFor() throws InterruptedException;

    /** Asks it to end. */
    void terminate();

    /** Starts one. */
    static Program start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
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
