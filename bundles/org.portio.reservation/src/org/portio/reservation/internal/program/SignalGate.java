// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.kernel.Kernel;
import org.portio.core.kernel.Syscalls;

/**
 * Makes this process start again, in its own place and with the same arguments, so that all threads of its Java have
 * signals wait. Java itself takes some of them otherwise (QUIT prints all threads), ends at others, and gives none to a
 * program in the order in which they came; what a thread has blocked, only those that it starts have too.
 */
public final class SignalGate {

    /** Makes Java leave signals alone. */
    private static final String REDUCED = "-Xrs";
    /** The number by which Java stops threads is to be one that is not the program's. */
    private static final String OWN_SIGNAL = "_JAVA_SR_SIGNUM";
    /** Tells which signals were blocked before; set if all are blocked now, by the start script or by a start here. */
    private static final String BEFORE = "portio.signals";

    private SignalGate() {}

    /** Returns whether this process was started so that it need not be restarted. */
    public static boolean isOpen() {
        return System.getProperty(BEFORE) != null;
    }

    /**
     * Begins to stand in for its program; if this process was not started for that, restarts it first. Does nothing except on Linux,
     * or if it has begun.
     */
    public static synchronized void pass() throws IOException {
        if (!Kernel.isCallable() || StandIn.current().isPresent()) {
            return;
        }
        String before = System.getProperty(BEFORE);
        if (before != null) {
            StandIn.begin(Long.parseUnsignedLong(before, 16));
            return;
        }
        long blocked = Signals.of(ProcessHandle.current().pid(), "SigBlk");
        Signals signals = new Signals();
        signals.block(Signals.ALL);
        startAnew(arguments(blocked));
        signals.unblock(Signals.ALL & ~blocked);
    }

    /** Returns what the program gets of this process's environment. */
    static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove(OWN_SIGNAL);
        return environment;
    }

    /** Returns those of this process, as bytes: what they are in Java's own encoding need not be what they were. */
    private static List<byte[]> arguments(long blocked) throws IOException {
        List<byte[]> arguments = new ArrayList<>(strings(Path.of("/proc/self/cmdline")));
        arguments.addAll(1, List.of(bytes(REDUCED), bytes("-D" + BEFORE + "=" + Long.toHexString(blocked))));
        return arguments;
    }

    /** Returns only if it fails; then all is as before. */
    private static void startAnew(List<byte[]> arguments) throws IOException {
        List<byte[]> environment = new ArrayList<>(strings(Path.of("/proc/self/environ")));
        environment.add(bytes(OWN_SIGNAL + "=" + Signals.OF_JAVA));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment java =
                    string(arena, bytes(Path.of("/proc/self/exe").toRealPath().toString()));
            new Syscalls()
                    .call(
                            Syscalls.EXECVE,
                            java.address(),
                            pointers(arena, arguments).address(),
                            pointers(arena, environment).address(),
                            0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns what the kernel shows as strings that each end with a zero byte. */
    private static List<byte[]> strings(Path file) throws IOException {
        List<byte[]> strings = new ArrayList<>();
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        for (byte next : Files.readAllBytes(file)) {
            if (next == 0) {
                strings.add(string.toByteArray());
                string.reset();
            } else {
                string.write(next);
            }
        }
        return strings;
    }

    private static MemorySegment pointers(Arena arena, List<byte[]> strings) {
        MemorySegment array = arena.allocate(ValueLayout.ADDRESS, strings.size() + 1L);
        for (int i = 0; i < strings.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, string(arena, strings.get(i)));
        }
        return array;
    }

    private static MemorySegment string(Arena arena, byte[] bytes) {
        MemorySegment string = arena.allocate(bytes.length + 1L);
        MemorySegment.copy(bytes, 0, string, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return string;
    }
}
