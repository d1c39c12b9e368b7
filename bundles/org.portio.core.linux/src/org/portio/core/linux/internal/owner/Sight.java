// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portio.core.Obstacle;

/** Knows what this process may see of others below {@code /proc}, and what keeps it from seeing them. */
final class Sight {

    /** The kernel's fixed numbers of the namespaces that a machine starts with. */
    private static final String FIRST_PID_NAMESPACE = "pid:[4026531836]";

    private static final String FIRST_USER_NAMESPACE = "user:[4026531837]";
    private static final Set<String> HIDING =
            Set.of("hidepid=invisible", "hidepid=ptraceable", "hidepid=2", "hidepid=4");
    private static final int CAP_DAC_OVERRIDE = 1;
    private static final int CAP_DAC_READ_SEARCH = 2;
    private static final int CAP_SYS_PTRACE = 19;

    private final Path proc;

    /** Creates one in {@code /proc}, or in what stands in its place. */
    Sight(Path proc) {
        this.proc = proc;
    }

    /** Returns whether there may be processes that {@code /proc} never shows, in a pid namespace around its own. */
    boolean isInPidNamespace() {
        // The namespace that is shown is that of the first process in it, if that one may be asked.
        String first = link("1/ns/pid");
        String shown = first.isEmpty() ? link("self/ns/pid") : first;
        return !shown.isEmpty() && !shown.equals(FIRST_PID_NAMESPACE);
    }

    /** Returns whether {@code /proc} leaves out processes of other users. Process 1 is always there, and mostly another user's. */
    boolean isListIncomplete() {
        return !Files.exists(proc.resolve("1"))
                || hidesPids() && user("1").equals(user("self")) && !has(capabilities(), CAP_SYS_PTRACE);
    }

    private boolean hidesPids() {
        String options = "";
        for (String line : text("self/mounts").split("\n")) {
            String[] fields = line.split(" ");
            // Of several mounts in one place, the last one is on top.
            options = fields.length > 3 && fields[1].equals("/proc") ? fields[3] : options;
        }
        return !Collections.disjoint(HIDING, List.of(options.split(",")));
    }

    /** Returns what keeps processes from being looked into, or from being listed, that are there. */
    Set<Obstacle> obstacles() {
        Set<Obstacle> obstacles = user("self").equals("0") ? obstaclesOfRoot() : EnumSet.of(Obstacle.OTHER_USERS);
        if (isListIncomplete()) {
            obstacles.add(Obstacle.HIDEPID);
        }
        if (isInPidNamespace()) {
            obstacles.add(Obstacle.PID_NAMESPACE);
        }
        return obstacles;
    }

    private Set<Obstacle> obstaclesOfRoot() {
        long capabilities = capabilities();
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (!has(capabilities, CAP_SYS_PTRACE)) {
            obstacles.add(Obstacle.CAP_SYS_PTRACE);
        }
        if (!has(capabilities, CAP_DAC_OVERRIDE) && !has(capabilities, CAP_DAC_READ_SEARCH)) {
            obstacles.add(Obstacle.CAP_DAC_READ_SEARCH);
        }
        if (!link("self/ns/user").equals(FIRST_USER_NAMESPACE)) {
            obstacles.add(Obstacle.USER_NAMESPACE);
        }
        if (obstacles.isEmpty()) {
            obstacles.add(Obstacle.POLICY);
        }
        return obstacles;
    }

    /** Returns the effective ones, one bit for each. */
    private long capabilities() {
        String effective = status("self", "CapEff:");
        return effective.isEmpty() ? 0 : Long.parseUnsignedLong(effective, 16);
    }

    private static boolean has(long capabilities, int number) {
        return (capabilities >> number & 1) != 0;
    }

    /** Returns the effective uid of a process; empty if it may not be read. */
    private String user(String process) {
        String[] uids = status(process, "Uid:").split("\t");
        return uids.length > 1 ? uids[1] : "";
    }

    private String status(String process, String key) {
        for (String line : text(process + "/status").split("\n")) {
            if (line.startsWith(key)) {
                return line.substring(key.length()).strip();
            }
        }
        return "";
    }

    private String text(String file) {
        try (InputStream in = new FileInputStream(proc.resolve(file).toString())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private String link(String file) {
        try {
            return Files.readSymbolicLink(proc.resolve(file)).toString();
        } catch (IOException _) {
            return "";
        }
    }
}
