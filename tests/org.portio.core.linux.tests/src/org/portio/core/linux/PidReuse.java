// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.FileDescriptor;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;

/**
 * Main class of {@link PidReuseTest}, started as the first process of a PID namespace. There it starts program after
 * program with the same PID, each with a socket of its own, and reads who owns it.
 */
final class PidReuse {

    private static final String MARKER = "round-";
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.93");
    private static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");
    /** Far from those of this process's threads. */
    private static final int FIRST_PID = 1000;

    /** A program with a socket of its own; it ends when its standard input does. */
    private record Program(Process process, Socket accepted, String name, String round) implements AutoCloseable {

        boolean isOwner(ProcessInfo owner) {
            return isOrWasOwner(owner) && owner.commandLine().endsWith(round);
        }

        /** A process that is just ending still has its name, but not a whole command line. */
        boolean isOrWasOwner(ProcessInfo owner) {
            return owner.pid() == process.pid()
                    && owner.name().equals(name)
                    && (!owner.commandLine().contains(MARKER)
                            || owner.commandLine().endsWith(round));
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.destroyForcibly().waitFor();
            accepted.close();
        }
    }

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final List<Path> names;
    private final ServerSocket server = new ServerSocket(0, 10, LOOPBACK);
    /** The programs by the port of their socket, which more than one may have had. */
    private final Map<Integer, List<Program>> programs = new HashMap<>();

    private long pid = FIRST_PID;
    private int reused;

    private PidReuse(List<Path> names) throws IOException {
        this.names = names;
    }

    /** Arguments: rounds, then the names of the programs in turn. */
    public static void main(String... args) throws Exception {
        try (PrintWriter out = new PrintWriter(new FileWriter(FileDescriptor.out), true)) {
            List<Path> names =
                    List.of(args).subList(1, args.length).stream().map(Path::of).toList();
            PidReuse reuse = new PidReuse(names);
            int rounds = Integer.parseInt(args[0]);
            reuse.readAfterEachStart(rounds);
            reuse.readWhilePidsChangeHands(rounds);
            check(reuse.reused > 2 * rounds * 9 / 10, null, null);
            out.println("ok");
        }
        System.exit(0);
    }

    private void readAfterEachStart(int rounds) throws Exception {
        for (int round = 0; round < rounds; round++) {
            try (Program program = start(round)) {
                Connection row = socketOf(program);
                check(row.owners().size() == 1 && program.isOwner(row.owners().getFirst()), program, row);
                check(startTime(program).equals(row.owners().getFirst().startTime()), program, row);
            }
            if (round % 3 == 0) {
                // Sometimes the end is seen before the next one begins.
                source.read();
            }
        }
    }

    private void readWhilePidsChangeHands(int rounds) throws Exception {
        List<Connection> seen = Collections.synchronizedList(new ArrayList<>());
        Thread reader = Thread.ofPlatform().daemon().start(() -> readUntilInterrupted(seen));
        // On a busy machine the reader sees few of them, so it takes more rounds.
        for (int round = rounds; round < 2 * rounds || seen.size() <= rounds / 10 && round < 10 * rounds; round++) {
            start(round).close();
        }
        reader.interrupt();
        reader.join();
        check(seen.size() > rounds / 10, null, null);
        for (Connection row : seen) {
            // A socket that is gone between the list and the search for its owner has no owner; it never has a wrong
            // one.
            check(row.owners().stream().allMatch(owner -> isEnded(owner) || isTrueOwner(owner, row)), null, row);
        }
    }

    private void readUntilInterrupted(List<Connection> seen) {
        while (!Thread.currentThread().isInterrupted()) {
            for (Connection row : read()) {
                if (isClient(row) && row.inode() != 0) {
                    seen.add(row);
                }
            }
        }
    }

    private List<Connection> read() {
        try {
            return source.read().connections();
        } catch (ConnectionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isTrueOwner(ProcessInfo owner, Connection row) {
        return programs.get(row.local().port()).stream().anyMatch(program -> program.isOrWasOwner(owner));
    }

    private static boolean isEnded(ProcessInfo owner) {
        return owner.startTime() == null;
    }

    /**
     * Starts the next program with the PID of the previous one, which must have ended, unless a thread took the PID.
     */
    private Program start(int round) throws Exception {
        Files.writeString(LAST_PID, String.valueOf(pid - 1));
        Program program = startWithAnyPid(round);
        if (!program.process().isAlive()) {
            // Java itself took it for the previous process, which had this PID a moment ago, and has closed its
            // input.
            program.close();
            return start(round);
        }
        reused += program.process().pid() == pid ? 1 : 0;
        pid = program.process().pid();
        return program;
    }

    private Program startWithAnyPid(int round) throws IOException {
        Path file = names.get(round % names.size());
        String marker = MARKER + round;
        String script = "exec 3<>/dev/tcp/" + LOOPBACK.getHostAddress() + "/" + server.getLocalPort() + "; read";
        Process process = new ProcessBuilder(file.toString(), "-c", script, "bash", marker).start();
        Program program =
                new Program(process, server.accept(), file.getFileName().toString(), marker);
        programs.computeIfAbsent(program.accepted().getPort(), _ -> new ArrayList<>())
                .add(program);
        return program;
    }

    private Connection socketOf(Program program) {
        List<Connection> rows = read().stream()
                .filter(this::isClient)
                .filter(row -> row.local().port() == program.accepted().getPort())
                .toList();
        check(rows.size() == 1, program, null);
        return rows.getFirst();
    }

    private boolean isClient(Connection row) {
        return row.remote() != null
                && row.remote().port() == server.getLocalPort()
                && row.remote().address().equals(LOOPBACK);
    }

    private static Instant startTime(Program program) {
        return program.process().toHandle().info().startInstant().orElseThrow();
    }

    private static void check(boolean right, Program program, Connection row) {
        if (!right) {
            throw new IllegalStateException("wrong: " + program + ", shown as " + row);
        }
    }
}
