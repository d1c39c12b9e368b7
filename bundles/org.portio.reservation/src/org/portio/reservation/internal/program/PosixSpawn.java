// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portio.core.kernel.Syscalls;

/**
 * Starts a process by posix_spawn(3), as Java's own get no descriptors but the three streams, and no say about signals.
 *
 * @param command the program, which is found as a shell finds it, and its arguments
 * @param descriptor one of this process, which stays open here; the new process has it as {@code target} and no other but
 *     the three streams; -1 for none
 * @param blocked signals that wait in the new process, as {@link Signals} has sets of them
 */
record PosixSpawn(List<String> command, Map<String, String> environment, int descriptor, int target, long blocked) {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    /** More than {@code posix_spawn_file_actions_t} and {@code posix_spawnattr_t} have in any C library. */
    private static final int ROOM = 1024;
    /** Size of {@code sigset_t}, whose first word is the kernel's set. */
    private static final int SIGNAL_SET = 128;

    private static final short POSIX_SPAWN_SETSIGMASK = 8;
    private static final String CLOSE_FROM = "posix_spawn_file_actions_addclosefrom_np";
    private static final int STREAMS = 3;
    private static final int ENOEXEC = 8;

    /** Starts it, and gives its pid. */
    int start() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ROOM, 16);
            call("posix_spawn_file_actions_init", actions.address());
            int first = STREAMS;
            if (descriptor >= 0) {
                call("posix_spawn_file_actions_adddup2", actions.address(), descriptor, target);
                first = Math.max(STREAMS, target + 1);
            }
            closeFrom(first, actions);
            MemorySegment attributes = attributes(arena);
            int pid = spawn(arena, actions, attributes);
            call("posix_spawn_file_actions_destroy", actions.address());
            call("posix_spawnattr_destroy", attributes.address());
            return pid;
        }
    }

    /** Java leaves its files and sockets open to programs that it does not start itself. */
    private static void closeFrom(int first, MemorySegment actions) throws IOException {
        if (Syscalls.hasFunction(CLOSE_FROM)) {
            call(CLOSE_FROM, actions.address(), first);
            return;
        }
        // Older C libraries: what is opened at this very moment escapes, and closing what is closed by then is no harm.
        for (int open : openDescriptors(first)) {
            call("posix_spawn_file_actions_addclose", actions.address(), open);
        }
    }

    private static List<Integer> openDescriptors(int first) throws IOException {
        List<Integer> open = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path name : names) {
                int descriptor = Integer.parseInt(name.getFileName().toString());
                if (descriptor >= first) {
                    open.add(descriptor);
                }
            }
        }
        return open;
    }

    /** Returns attributes with the signals to block; by default they would be those that Java's threads block. */
    private MemorySegment attributes(Arena arena) throws IOException {
        MemorySegment attributes = arena.allocate(ROOM, 16);
        MemorySegment signals = arena.allocate(SIGNAL_SET, 8);
        signals.set(ValueLayout.JAVA_LONG, 0, blocked);
        call("posix_spawnattr_init", attributes.address());
        call("posix_spawnattr_setsigmask", attributes.address(), signals.address());
        call("posix_spawnattr_setflags", attributes.address(), POSIX_SPAWN_SETSIGMASK);
        return attributes;
    }

    /** A script that does not name its interpreter is for the shell, as everywhere. */
    private int spawn(Arena arena, MemorySegment actions, MemorySegment attributes) throws IOException {
        try {
            return spawn(arena, actions, attributes, command);
        } catch (SpawnException e) {
            if (e.errno() != ENOEXEC) {
                throw StartFailures.of(command.getFirst(), e.errno(), e);
            }
            List<String> byShell = new ArrayList<>(List.of("/bin/sh"));
            byShell.add(
                    ProgramFile.find(command.getFirst()).orElseThrow(() -> e).toString());
            byShell.addAll(command.subList(1, command.size()));
            return spawn(arena, actions, attributes, byShell);
        }
    }

    private int spawn(Arena arena, MemorySegment actions, MemorySegment attributes, List<String> arguments)
            throws IOException {
        MemorySegment pid = arena.allocate(INT);
        MemorySegment file = arena.allocateFrom(arguments.getFirst());
        MemorySegment argv = strings(arena, arguments);
        MemorySegment envp = strings(
                arena,
                environment.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .toList());
        call(
                "posix_spawnp",
                pid.address(),
                file.address(),
                actions.address(),
                attributes.address(),
                argv.address(),
                envp.address());
        return pid.get(INT, 0);
    }

    static MemorySegment strings(Arena arena, List<String> strings) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(strings.get(i)));
        }
        return array;
    }

    private static void call(String function, long... arguments) throws IOException {
        int error = (int) new Syscalls().function(function, arguments);
        if (error != 0) {
            throw new SpawnException(function, error);
        }
    }

    /** The C library refuses. */
    private static final class SpawnException extends IOException {

        private static final long serialVersionUID = 1L;
        private final int errno;

        SpawnException(String function, int errno) {
            super("the program cannot be started: " + function + " says errno " + errno);
            this.errno = errno;
        }

        int errno() {
            return errno;
        }
    }
}
