// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.core.kernel.Syscalls;
import org.portio.trace.internal.process.ProcessFile;

/**
 * The places of one socket in a process.
 *
 * @param descriptors its other numbers, made by dup(2)
 * @param watches entries of it in sets of epoll(7)
 */
record Copies(List<Integer> descriptors, List<Watch> watches) {

    private static final String EPOLL = "anon_inode:[eventpoll]";
    private static final String SOCKET = "socket:[";

    /** Finds them; what may not be seen is not found. */
    static Copies of(Path process, int descriptor) {
        Copies found = new Copies(new ArrayList<>(), new ArrayList<>());
        Path folder = process.resolve("fd");
        Optional<String> socket =
                ProcessFile.link(folder.resolve(Integer.toString(descriptor))).filter(link -> link.startsWith(SOCKET));
        if (socket.isPresent()) {
            found.fill(process, folder, descriptor, socket.get());
        }
        return found;
    }

    private void fill(Path process, Path folder, int descriptor, String socket) {
        long inode = Long.parseLong(socket.substring(SOCKET.length(), socket.length() - 1));
        try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
            for (Path link : links) {
                int number = Integer.parseInt(link.getFileName().toString());
                String target = ProcessFile.link(link).orElse("");
                if (target.equals(EPOLL)) {
                    watches.addAll(Watch.of(process, number, inode));
                } else if (target.equals(socket) && number != descriptor) {
                    descriptors.add(number);
                }
            }
        } catch (IOException e) {
            System.getLogger(Copies.class.getName())
                    .log(System.Logger.Level.DEBUG, "the descriptors of " + process + " cannot be seen", e);
        }
    }

    /** Returns {@link Syscalls#O_CLOEXEC} if the descriptor closes when a program is run, otherwise 0. */
    static int closing(Path process, int descriptor) {
        return (int) ProcessFile.flags(process, descriptor).orElse(0) & Syscalls.O_CLOEXEC;
    }
}
