// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a process does anything with a listening socket that it was given, as far as Linux shows without disturbing it. To
 * have it is not enough: every process that a wrapper starts inherits it.
 *
 * @param process the process's folder below {@code /proc}
 */
public record Acceptance(Path process, long inode) {

    private static final int CLOEXEC = 02000000;
    /** The descriptor that a program is given, see sd_listen_fds(3). */
    private static final int GIVEN = 3;

    private static final boolean X86 = "amd64".equals(System.getProperty("os.arch"));
    private static final Set<String> ACCEPT = X86 ? Set.of("43", "288") : Set.of("202", "242");
    private static final Set<String> POLL = X86 ? Set.of("7", "271") : Set.of("73");
    private static final Set<String> SELECT = X86 ? Set.of("23", "270") : Set.of("72");

    public static boolean of(long pid, long inode) {
        return new Acceptance(Path.of("/proc", String.valueOf(pid)), inode).isSeen();
    }

    /** Returns true also if it may not be looked at, as nothing speaks against it then; false if the process has ended. */
    boolean isSeen() {
        try {
            List<Integer> sockets = sockets();
            for (int socket : sockets) {
                // Whoever knows of it keeps it from programs of his own; a copy under another number is somebody's
                // doing, too.
                if (socket != GIVEN || isClosedOnExec(socket)) {
                    return true;
                }
            }
            return !sockets.isEmpty() && (isInEpoll(sockets) || isWaitedFor(sockets));
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException _) {
            return Files.exists(process);
        }
    }

    private List<Integer> sockets() throws IOException {
        List<Integer> sockets = new ArrayList<>();
        String link = "socket:[" + inode + "]";
        for (Path descriptor : entries("fd")) {
            try {
                if (Files.readSymbolicLink(descriptor).toString().equals(link)) {
                    sockets.add(Integer.valueOf(descriptor.getFileName().toString()));
                }
            } catch (IOException _) {
                // It was closed just now.
            }
        }
        return sockets;
    }

    private List<Path> entries(String folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(process.resolve(folder))) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return entries;
    }

    private boolean isClosedOnExec(int socket) {
        return lines(process.resolve("fdinfo").resolve(String.valueOf(socket)))
                .filter(line -> line.startsWith("flags:"))
                .anyMatch(line -> (Long.parseLong(line.substring(6).strip(), 8) & CLOEXEC) != 0);
    }

    /** Returns whether one of its epoll descriptors waits for the socket. */
    private boolean isInEpoll(List<Integer> sockets) throws IOException {
        for (Path info : entries("fdinfo")) {
            if (lines(info)
                    .filter(line -> line.startsWith("tfd:"))
                    .anyMatch(line -> sockets.contains(
                            Integer.valueOf(line.substring(4).strip().split("\\s+")[0])))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one of its threads waits for it at this moment; true, too, if what the threads do is hidden. */
    private boolean isWaitedFor(List<Integer> sockets) throws IOException {
        boolean hidden = false;
        for (Path thread : entries("task")) {
            try {
                String[] call = Files.readString(thread.resolve("syscall")).split(" ");
                if (call.length > 1 && isFor(call[0], call[1], sockets)) {
                    return true;
                }
            } catch (NoSuchFileException _) {
                // The thread has ended.
            } catch (IOException _) {
                hidden = true;
            }
        }
        // A process that has ended meanwhile hides nothing: a wrapper's helpers come and go while they are looked at.
        return hidden && !sockets().isEmpty();
    }

    private static boolean isFor(String call, String argument, List<Integer> sockets) {
        long first = Long.parseUnsignedLong(argument.substring(2), 16);
        return ACCEPT.contains(call) && sockets.contains((int) first)
                || POLL.contains(call)
                || SELECT.contains(call) && sockets.stream().anyMatch(socket -> socket < first);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException _) {
            return Stream.empty();
        }
    }
}
