// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portio.cli.text.Output;
import org.portio.core.system.Places;
import org.portio.reservation.RemapRequest;
import org.portio.reservation.RemapRun;
import org.portio.reservation.ReservationException;
import picocli.CommandLine.TypeConversionException;

/** Ports that a program is to get in place of those it asks for. */
record RemapOption(List<RemapRequest> requests, boolean follow, Output output) {

    /** Parses {@code 8080=auto}. */
    static RemapRequest parse(String text) {
        try {
            return RemapRequest.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /** Returns why the requests do not go together, with a message for the user; empty if they do. */
    String unfit() {
        Set<Integer> asked = new HashSet<>();
        Set<Integer> given = new HashSet<>();
        for (RemapRequest request : requests) {
            boolean clash = request.given() != RemapRequest.ANY && !given.add(request.given());
            if (!asked.add(request.asked()) || clash) {
                return "--remap " + request + " names a port that an earlier one also names";
            }
        }
        return "";
    }

    /** Runs the program, and returns its exit code. */
    int run(List<String> command) throws ReservationException, IOException, InterruptedException {
        return new RemapRun(Places.ofSystem(), requests, follow, output::note).run(command);
    }
}
