// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Protocol;
import org.portio.testrun.Change;
import org.portio.testrun.Leak;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;

/**
 * One thing that is known of a run: a call that opened something, what was left, or what PortIO made for it.
 *
 * @param number its place in the report, which names it
 * @param time null if it is not known
 * @param pid 0 for what PortIO itself made
 * @param protocol null if it is not known
 * @param place what it is about: an address with a port, or a block, reservation or server
 * @param result what came of it
 * @param problem whether it needs somebody's attention
 */
record RunPart(
        int number,
        What what,
        Instant time,
        String process,
        long pid,
        Protocol protocol,
        String place,
        String result,
        boolean problem) {

    /** The kinds of parts. */
    enum What {
        BIND,
        LISTEN,
        CONNECT,
        LEFT,
        BLOCK,
        RESERVATION,
        SERVER;

        /** Lower-case name. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns all parts of a report: what is left first, then what PortIO made, then the calls in their order. */
    static List<RunPart> of(RunReport report) {
        List<RunPart> parts = new ArrayList<>();
        report.leaks().forEach(leak -> parts.add(of(parts.size(), leak)));
        boolean running = RunColumns.isRunning(report);
        report.changes().forEach(change -> parts.add(of(parts.size(), change, running)));
        report.opened().forEach(opened -> parts.add(of(parts.size(), opened)));
        return parts;
    }

    private static RunPart of(int number, Leak leak) {
        String ends = leak.remote().isEmpty() ? leak.local() : leak.local() + " - " + leak.remote();
        String result = leak.ended() ? Messages.RunPart_ended : Messages.RunPart_left;
        return new RunPart(
                number,
                What.LEFT,
                leak.since(),
                leak.process(),
                leak.pid(),
                leak.protocol(),
                ends,
                NLS.bind(result, leak.state(), leak.commandLine()),
                !leak.ended());
    }

    private static RunPart of(int number, Change change, boolean running) {
        String kept = running ? Messages.RunPart_there : change.detail();
        String result = change.reverted() ? Messages.RunPart_reverted : kept;
        return new RunPart(
                number,
                What.valueOf(change.holding().kind().name()),
                null,
                "",
                0,
                null,
                change.holding().text(),
                result,
                !change.reverted() && !running);
    }

    private static RunPart of(int number, Opened opened) {
        String result = switch (opened.error()) {
            case 0 -> "";
            case -1 -> Messages.RunPart_unknown;
            default -> NLS.bind(Messages.RunPart_failed, opened.error());
        };
        return new RunPart(
                number,
                What.valueOf(opened.kind().name()),
                opened.time(),
                opened.process(),
                opened.pid(),
                opened.protocol(),
                place(opened),
                result,
                false);
    }

    private static String place(Opened opened) {
        if (opened.address().isEmpty()) {
            return opened.port() == 0 ? "" : String.valueOf(opened.port());
        }
        String address = opened.address().contains(":") ? "[" + opened.address() + "]" : opened.address();
        return address + ":" + opened.port();
    }
}
