// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.namespace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the network namespaces that processes are in, or that are mounted as files, as ip netns and Docker do it. */
public final class NamespaceSearch {

    /**
     * The result of a search.
     *
     * @param others all but that of this process
     * @param hiddenProcesses how many processes keep their namespace hidden
     */
    public record Found(List<NetworkNamespace> others, int hiddenProcesses) {}

    private static final Set<Path> NAMED = Set.of(Path.of("/run/netns"), Path.of("/var/run/netns"));
    private static final String LINK = "ns/net";
    private static final String PREFIX = "net:[";

    private final Path proc;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> doors = new LinkedHashMap<>();
    private int hiddenProcesses;

    /** Returns a search in {@code /proc}, or in what stands in its place. */
    public NamespaceSearch(Path proc) {
        this.proc = proc;
    }

    public Found find() throws IOException {
        addMounted();
        addProcesses();
        doors.remove(link(proc.resolve("self")));
        return new Found(
                doors.entrySet().stream()
                        .map(entry -> namespace(entry.getKey(), entry.getValue()))
                        .toList(),
                hiddenProcesses);
    }

    /** A mount keeps a namespace alive without any process in it. */
    private void addMounted() {
        for (Mount mount : Mount.ofType("nsfs", proc.resolve("self/mountinfo"))) {
            if (mount.root().startsWith(PREFIX)) {
                add(mount.root(), mount.point());
                if (NAMED.contains(mount.point().getParent())) {
                    names.putIfAbsent(mount.root(), mount.point().getFileName().toString());
                }
            }
        }
    }

    private void addProcesses() throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                addProcess(process);
            }
        }
    }

    private void addProcess(Path process) {
        try {
            add(link(process), process.resolve(LINK));
        } catch (AccessDeniedException _) {
            hiddenProcesses++;
        } catch (IOException _) {
            // It has ended.
        }
    }

    private void add(String link, Path door) {
        doors.computeIfAbsent(link, _ -> new ArrayList<>()).add(door.toString());
    }

    /** Returns text such as {@code net:[4026531840]}. */
    private static String link(Path process) throws IOException {
        return Files.readSymbolicLink(process.resolve(LINK)).toString();
    }

    private NetworkNamespace namespace(String link, List<String> entrances) {
        long inode = Long.parseLong(link.substring(PREFIX.length(), link.length() - 1));
        return new NetworkNamespace(inode, names.getOrDefault(link, link), List.copyOf(entrances));
    }
}
