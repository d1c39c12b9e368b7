// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.lost;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.SetAside;
import org.portio.keeper.LostServer;
import org.portio.server.ServerStatus;

/**
 * The file {@code servers.txt}: the temporary servers that run, so that those which were lost with their keeper can be told
 * of. A line for each below a first one; there is no file if there is nothing to say. Any process may change it.
 */
public final class ServerBook {

    /**
     * The first line, followed by the number of servers: a file that was truncated between two lines is also damaged.
     */
    private static final String FIRST_LINE = "temporary servers of PortIO: ";

    private static final long LARGEST = 16 << 20;

    private final Path file;

    public ServerBook(Path folder) {
        file = folder.resolve("servers.txt");
    }

    /** Notes a server that has just started; a lost one on its port is forgotten. */
    public void started(ServerStatus server) throws IOException {
        LostServer noted = new LostServer(server.request(), server.started(), server.ends());
        change(lines -> Stream.concat(
                        without(lines, server.request().port(), server.request().protocol()),
                        Stream.of(new ServerLine(null, noted)))
                .toList());
    }

    /** Forgets a server that was stopped, or that somebody knows to be lost. */
    public void forget(int port, Protocol protocol) throws IOException {
        change(lines -> without(lines, port, protocol).toList());
    }

    private static Stream<ServerLine> without(List<ServerLine> lines, int port, Protocol protocol) {
        return lines.stream().filter(line -> !line.isOn(port, protocol));
    }

    /** Forgets those that run: they are about to be stopped on purpose. */
    public void forgetRunning() throws IOException {
        change(lines -> lines.stream().filter(line -> line.lost() != null).toList());
    }

    /** Finds those to be lost that the keeper before has left; called by a new keeper, which runs none yet. */
    public List<LostServer> takeOver() throws IOException {
        List<LostServer> lost = new ArrayList<>();
        Instant now = Instant.now();
        change(lines -> lines.stream()
                .map(line -> {
                    if (line.lost() != null) {
                        return line;
                    }
                    lost.add(line.server());
                    return line.lostAt(now);
                })
                .toList());
        return lost;
    }

    /** Returns those that are lost, by the time when they were started. If no keeper is running, none of its servers does. */
    public List<LostServer> lost(boolean keeperRuns) throws IOException {
        Instant now = Instant.now();
        return read().stream()
                .filter(line -> line.counts(now) && (line.lost() != null || !keeperRuns))
                .map(ServerLine::server)
                .toList();
    }

    /** Returns what was damaged of the file, the oldest first. */
    public List<SetAside> setAside() {
        return SetAside.of(file);
    }

    private void change(UnaryOperator<List<ServerLine>> change) throws IOException {
        try (ExclusiveFile _ = ExclusiveFile.take(file.resolveSibling("servers.lock"))) {
            List<ServerLine> before = read();
            Instant now = Instant.now();
            List<ServerLine> after = change.apply(
                    before.stream().filter(line -> line.counts(now)).toList());
            if (after.isEmpty()) {
                Files.deleteIfExists(file);
            } else if (!after.equals(before)) {
                write(after);
            }
        }
    }

    private void write(List<ServerLine> lines) throws IOException {
        AtomicFile.writePrivate(file, true, out -> {
            out.write(FIRST_LINE + lines.size() + "\n");
            for (ServerLine line : lines) {
                out.write(line.text() + "\n");
            }
        });
    }

    /** Reads the lines without those that are not valid; a copy of all is kept. */
    private List<ServerLine> read() throws IOException {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            SetAside.move(file, "it is not a list of servers");
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        List<ServerLine> lines = new ArrayList<>();
        boolean whole = text.endsWith("\n");
        for (String line : text.lines().skip(1).toList()) {
            whole &= add(line, lines);
        }
        if (!whole || lines.isEmpty() || !text.startsWith(FIRST_LINE + lines.size() + "\n")) {
            SetAside.copy(file, "some of its lines are damaged");
        }
        return lines;
    }

    private static boolean add(String text, List<ServerLine> lines) {
        try {
            ServerLine line = ServerLine.parse(text);
            lines.removeIf(other -> line.isOn(
                    other.server().request().port(), other.server().request().protocol()));
            return lines.add(line);
        } catch (RuntimeException _) {
            return false;
        }
    }
}
