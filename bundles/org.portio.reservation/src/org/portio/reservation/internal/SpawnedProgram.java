// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.portio.core.kernel.Syscalls;

/**
 * A program that gets a listening socket as descriptor 3, as sd_listen_fds(3) has it; by posix_spawn(3), as Java's own
 * processes get no descriptors but the three streams.
 */
public final class SpawnedProgram implements Program {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    /** More than {@code posix_spawn_file_actions_t} and {@code posix_spawnattr_t} have in any C library. */
    private static final int ROOM = 1024;
    /** Where {@code sigset_t} is kept, which has 128 bytes. */
    private static final int SIGNALS = 128;

    private static final short POSIX_SPAWN_SETSIGMASK = 8;
    private static final String CLOSE_FROM = "posix_spawn_file_actions_addclosefrom_np";
    private static final int FIRST = 3;
    /** Only the started process knows its own pid before the program runs. */
    private static final String SHELL = "LISTEN_PID=$$; export LISTEN_PID; exec \"$@\"";

    private static final String TO_FILE = "exec </dev/null >>\"$0\" 2>&1; ";

    private final long pid;
    private final Optional<ProcessHandle> handle;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private SpawnedProgram(int pid) {
        this.pid = pid;
        handle = ProcessHandle.of(pid);
        Thread.ofPlatform().daemon().name("portio-run").start(() -> exit.complete(reap(pid)));
    }

    /**
     * Starts it.
     *
     * @param socket a descriptor of this process, which stays open here
     * @param socketName what the program finds in {@code LISTEN_FDNAMES}
     */
    public static SpawnedProgram start(Launch launch, int socket, String socketName) throws IOException {
        List<String> arguments = new ArrayList<>(
                launch.output() == null
                        ? List.of("sh", "-c", SHELL, "portio")
                        : List.of("sh", "-c", TO_FILE + SHELL, launch.output().toString()));
        arguments.addAll(launch.command());
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LISTEN_FDS", "1");
        environment.put("LISTEN_FDNAMES", socketName);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment actions = arena.allocate(ROOM, 16);
            invoke("posix_spawn_file_actions_init", actions);
            invokeInts("posix_spawn_file_actions_adddup2", actions, socket, FIRST);
            closeOthers(actions);
            MemorySegment attributes = attributes(arena);
            int pid = spawn(arena, actions, attributes, arguments, environment);
            invoke("posix_spawn_file_actions_destroy", actions);
            invoke("posix_spawnattr_destroy", attributes);
            return new SpawnedProgram(pid);
        }
    }

    /** Java leaves its files and sockets open to programs that it does not start itself. */
    private static void closeOthers(MemorySegment actions) throws IOException {
        if (Linker.nativeLinker().defaultLookup().find(CLOSE_FROM).isPresent()) {
            invokeInt(CLOSE_FROM, actions, FIRST + 1);
            return;
        }
        // Older C libraries: what is opened at this very moment escapes, and closing what is closed by then is no harm.
        for (int open : openDescriptors()) {
            invokeInt("posix_spawn_file_actions_addclose", actions, open);
        }
    }

    private static List<Integer> openDescriptors() throws IOException {
        List<Integer> open = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path name : names) {
                int descriptor = Integer.parseInt(name.getFileName().toString());
                if (descriptor > FIRST) {
                    open.add(descriptor);
                }
            }
        }
        return open;
    }

    /** Java's threads block a signal that the program may want. */
    private static MemorySegment attributes(Arena arena) throws IOException {
        MemorySegment attributes = arena.allocate(ROOM, 16);
        MemorySegment none = arena.allocate(SIGNALS, 8);
        invoke("posix_spawnattr_init", attributes);
        check(
                "posix_spawnattr_setsigmask",
                () -> (int) link("posix_spawnattr_setsigmask", ValueLayout.ADDRESS, ValueLayout.ADDRESS)
                        .invokeExact(attributes, none));
        check(
                "posix_spawnattr_setflags",
                () -> (int) link("posix_spawnattr_setflags", ValueLayout.ADDRESS, ValueLayout.JAVA_SHORT)
                        .invokeExact(attributes, POSIX_SPAWN_SETSIGMASK));
        return attributes;
    }

    private static int spawn(
            Arena arena,
            MemorySegment actions,
            MemorySegment attributes,
            List<String> arguments,
            Map<String, String> environment)
            throws IOException {
        MemorySegment pid = arena.allocate(INT);
        MemorySegment file = arena.allocateFrom(arguments.getFirst());
        MemorySegment argv = strings(arena, arguments);
        MemorySegment envp = strings(
                arena,
                environment.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .toList());
        ValueLayout pointer = ValueLayout.ADDRESS;
        check("posix_spawnp", () -> (int) link("posix_spawnp", pointer, pointer, pointer, pointer, pointer, pointer)
                .invokeExact(pid, file, actions, attributes, argv, envp));
        return pid.get(INT, 0);
    }

    private static MemorySegment strings(Arena arena, List<String> strings) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(strings.get(i)));
        }
        return array;
    }

    private static void invoke(String function, MemorySegment on) throws IOException {
        check(function, () -> (int) link(function, ValueLayout.ADDRESS).invokeExact(on));
    }

    private static void invokeInt(String function, MemorySegment on, int value) throws IOException {
        check(function, () -> (int) link(function, ValueLayout.ADDRESS, INT).invokeExact(on, value));
    }

    private static void invokeInts(String function, MemorySegment on, int a, int b) throws IOException {
        check(function, () ->
                (int) link(function, ValueLayout.ADDRESS, INT, INT).invokeExact(on, a, b));
    }

    @FunctionalInterface
    private interface Call {
        int run() throws Throwable;
    }

    private static void check(String function, Call call) throws IOException {
        int error;
        try {
            error = call.run();
        } catch (Throwable e) {
            throw new IllegalStateException("calling " + function + " failed", e);
        }
        if (error != 0) {
            throw new IOException("the program cannot be started: " + function + " says errno " + error);
        }
    }

    private static MethodHandle link(String function, ValueLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function), FunctionDescriptor.of(INT, parameters));
    }

    private static int reap(int pid) {
        Syscalls kernel = new Syscalls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(INT);
            while (kernel.call(Syscalls.WAIT4, pid, status.address(), 0, 0) < 0) {
                if (kernel.errno() != Syscalls.EINTR) {
                    throw new IllegalStateException("waiting for the program failed: errno " + kernel.errno());
                }
            }
            int value = status.get(INT, 0);
            int signal = value & 0x7f;
            return signal == 0 ? value >> 8 & 0xff : 128 + signal;
        }
    }

    @Override
    public long pid() {
        return pid;
    }

    @Override
    public int waitFor() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void terminate() {
        handle.ifPresent(ProcessHandle::destroy);
    }
}
