// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portio.testrun.Change;
import org.portio.testrun.Leak;
import org.portio.testrun.Opened;
import org.portio.testrun.RunReport;

/** A report as lines for a reader. */
public final class RunText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private RunText() {}

    public static List<String> lines(RunReport report) {
        List<String> lines = summary(report);
        lines.addAll(2, report.opened().stream().map(RunText::line).toList());
        return lines;
    }

    public static List<String> summary(RunReport report) {
        List<String> lines = end(report);
        lines.add(1, "recorded: " + record(report));
        return lines;
    }

    public static List<String> end(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(first(report));
        report.leaks().forEach(leak -> lines.add(line(leak)));
        report.changes().forEach(change -> lines.add(line(change)));
        return lines;
    }

    private static String first(RunReport report) {
        String text = report.run().text() + " " + how(report);
        return report.ended() == null ? text : text + " after " + seconds(report) + " s";
    }

    private static String how(RunReport report) {
        return switch (report.end()) {
            case RUNS -> "is running";
            case EXITED -> "has ended" + (report.exitCode() == null ? "" : " with exit code " + report.exitCode());
            case EXPIRED -> "has ended by time";
            case REVERTED -> "was reverted while it was running";
            case KILLED -> "was killed";
            case RESTARTED -> "has ended with a restart of the machine";
        };
    }

    /** Returns seconds with one decimal. */
    static String seconds(RunReport report) {
        Duration time = Duration.between(report.run().started(), report.ended());
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    private static String record(RunReport report) {
        return switch (report.record()) {
            case EXACT -> "each call of each process, " + count(report);
            case CUT -> "the first calls, " + count(report) + "; " + report.recordDetail();
            case NONE ->
                "nothing but what was left at the end"
                        + (report.recordDetail().isEmpty() ? "" : ": " + report.recordDetail());
        };
    }

    private static String count(RunReport report) {
        return count(report, Opened.Kind.BIND, "bind") + ", " + count(report, Opened.Kind.LISTEN, "listen") + ", "
                + count(report, Opened.Kind.CONNECT, "connect");
    }

    private static String count(RunReport report, Opened.Kind kind, String name) {
        long count =
                report.opened().stream().filter(call -> call.kind() == kind).count();
        return count + " " + name + (count == 1 ? "" : "s");
    }

    static String line(Opened call) {
        String protocol = call.protocol() == null ? "" : " " + call.protocol();
        String failure = call.error() > 0 ? ", refused (errno " + call.error() + ")" : "";
        return local(call.time()) + " " + call.kind().label() + protocol + " " + place(call) + " by "
                + name(call.process(), call.pid()) + failure;
    }

    private static String place(Opened call) {
        if (call.address().isEmpty()) {
            return "at an unknown address";
        }
        return (call.address().contains(":") ? "[" + call.address() + "]" : call.address()) + ":" + call.port();
    }

    private static String name(String process, long pid) {
        return process.isEmpty() ? "PID " + pid : process + " (PID " + pid + ")";
    }

    private static String local(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Returns text such as {@code left open: TCP 127.0.0.1:80 LISTEN by python3 (PID 5) since 12:00:01.000: python3 -m http.server}. */
    public static String line(Leak leak) {
        return (leak.ended() ? "was left open, and its process was ended: " : "left open: ") + leak.protocol() + " "
                + leak.local() + (leak.remote().isEmpty() ? "" : " to " + leak.remote()) + " " + leak.state() + " by "
                + name(leak.process(), leak.pid())
                + (leak.since() == null ? "" : " since " + local(leak.since()))
                + (leak.commandLine().isEmpty() ? "" : ": " + leak.commandLine());
    }

    /** Returns text such as {@code reverted: block of TCP 80 inbound}. */
    static String line(Change change) {
        String what = change.holding().kind().label() + " " + change.holding().text();
        return change.reverted() ? "reverted: " + what : "not reverted: " + what + ": " + change.detail();
    }
}
