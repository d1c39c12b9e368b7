// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.List;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionException;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.Measurements;
import org.portio.core.field.Measurements.Part;

/** The measurements of TCP, asked for when the first value is needed, and a second later once more if it is a rate. */
final class MeasuredLookup {

    private static final long BETWEEN_MILLIS = 1_000;

    private final Subcommand command;
    private final Measurements measurements = new Measurements(this::ask);
    private volatile int asked;
    private volatile ConnectionException failure;

    MeasuredLookup(Subcommand command) {
        this.command = command;
    }

    List<ConnectionField<Long>> fields() {
        return measurements.fields();
    }

    /** Fails if the system was asked, and did not tell. */
    void check() throws ConnectionException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Called for each value, and by several threads. */
    private void ask(Part part) {
        int needed = part == Part.RATE ? 2 : 1;
        if (asked < needed) {
            askAgain(needed);
        }
    }

    private synchronized void askAgain(int needed) {
        try {
            while (asked < needed) {
                if (asked > 0) {
                    Thread.sleep(BETWEEN_MILLIS);
                }
                measurements.refresh(command.services().monitor());
                asked++;
            }
        } catch (ConnectionException e) {
            failure = e;
            asked = Integer.MAX_VALUE;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            asked = Integer.MAX_VALUE;
        }
    }
}
