// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;

/**
 * Reads the origin of a process: its directory and control group are what Linux reports; its unit and container are
 * inferred from the name of the group, as systemd and container engines give it.
 */
record OriginReader(Path proc) {

    private static final Pattern UNIT = Pattern.compile("/([^/]+\\.(?:service|scope))(?=/|$)");

    /**
     * Reads names such as {@code docker-ID.scope}, {@code libpod-ID.scope}, {@code /docker/ID}, {@code kubepods-...:cri-containerd:ID},
     * {@code /kubepods/burstable/podUID/ID}, {@code /lxc.payload.NAME}; not the monitors of containers, which are in none.
     */
    private static final Pattern CONTAINER =
            Pattern.compile("(?:docker|libpod|crio|cri-containerd)[-/:]([0-9a-f]{12,64})|/pod[^/]+/([0-9a-f]{64})"
                    + "|/lxc(?:/|\\.payload[./])([^/]+)");

    private static final int SHORT_ID = 12;

    ProcessOrigin read(long pid, List<ProcessInfo> ancestors) {
        Path directory = proc.resolve(Long.toString(pid));
        String group = controlGroup(directory);
        List<String> inferred = new ArrayList<>();
        String unit = unit(group);
        if (!unit.isEmpty()) {
            inferred.add("unit " + unit + " from the control group " + group);
        }
        String container = container(group);
        if (!container.isEmpty()) {
            inferred.add("container " + container + " from the control group " + group);
        }
        return new ProcessOrigin(ancestors, workingDirectory(directory), group, unit, container, inferred);
    }

    private static String workingDirectory(Path directory) {
        try {
            return Files.readSymbolicLink(directory.resolve("cwd")).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    /** Returns that of cgroup v2, or the one that systemd names its units in, if version 1 is still in use. */
    private static String controlGroup(Path directory) {
        try {
            List<String> lines = Files.readAllLines(directory.resolve("cgroup"), StandardCharsets.UTF_8);
            return lines.stream()
                    .filter(line -> line.startsWith("0::") || line.contains(":name=systemd:"))
                    .map(line -> line.substring(line.indexOf(':', line.indexOf(':') + 1) + 1))
                    .filter(path -> !"/".equals(path))
                    .findFirst()
                    .orElse("");
        } catch (IOException _) {
            return "";
        }
    }

    /** Returns the innermost one. */
    private static String unit(String group) {
        Matcher matcher = UNIT.matcher(group);
        String unit = "";
        while (matcher.find()) {
            unit = matcher.group(1);
        }
        return unit;
    }

    private static String container(String group) {
        Matcher matcher = CONTAINER.matcher(group);
        if (!matcher.find()) {
            return "";
        }
        String id = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return id == null ? matcher.group(3) : id.substring(0, SHORT_ID);
    }
}
