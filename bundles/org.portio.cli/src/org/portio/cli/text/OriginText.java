// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;

/** Describes where a process comes from, for the user: what the system reports, and apart from it what was inferred. */
public final class OriginText {

    private OriginText() {}

    public static List<String> lines(ProcessInfo process, ProcessOrigin origin) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(ImpactText.name(process)
                + (process.startTime() == null ? "" : ", since " + TimeText.local(process.startTime())));
        add(lines, "command", process.commandLine());
        add(lines, "started by", chain(origin));
        add(lines, "works in", origin.workingDirectory());
        add(lines, "control group", origin.controlGroup());
        origin.recognized().forEach(one -> add(lines, "inferred", one.text()));
        return lines;
    }

    /** Returns text such as {@code node (PID 9) started by bash (PID 7) < sshd (PID 5), works in /srv; inferred: unit web.service ...}. */
    public static String line(ProcessInfo process, ProcessOrigin origin) {
        StringBuilder line = new StringBuilder(ImpactText.name(process));
        if (!origin.ancestors().isEmpty()) {
            line.append(" started by ").append(chain(origin));
        }
        if (!origin.workingDirectory().isEmpty()) {
            line.append(", works in ").append(origin.workingDirectory());
        }
        if (!origin.recognized().isEmpty()) {
            line.append(origin.recognized().stream()
                    .map(Recognition::text)
                    .collect(Collectors.joining(", ", "; inferred: ", "")));
        }
        return line.toString();
    }

    /** Returns text such as {@code bash (PID 7) < sshd (PID 5) < systemd (PID 1)}. */
    static String chain(ProcessOrigin origin) {
        return origin.ancestors().stream().map(ImpactText::name).collect(Collectors.joining(" < "));
    }

    private static void add(List<String> lines, String what, String value) {
        if (!value.isEmpty()) {
            lines.add("    " + what + ": " + value);
        }
    }
}
