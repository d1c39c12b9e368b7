// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A program that the kernel starts, and not Java: one that gets a descriptor, or for which this process stands. */
public final class SpawnedProgram implements Program {

    /** The first descriptor that sd_listen_fds(3) looks at. */
    private static final int FIRST = 3;
    /** The script that sets the pid, which only the started process knows before the program runs. */
    private static final String SHELL = "LISTEN_PID=$$; export LISTEN_PID; exec \"$@\"";

    private static final String PLAIN = "exec \"$@\"";
    private static final String TO_FILE = "exec </dev/null >>\"$0\" 2>&1; ";

    private final long pid;
    private final Optional<ProcessHandle> handle;
    private final CompletableFuture<Integer> exit;

    /**
     * One that runs.
     *
     * @param exit gets its exit code
     */
    SpawnedProgram(int pid, CompletableFuture<Integer> exit) {
        this.pid = pid;
        this.exit = exit;
        handle = ProcessHandle.of(pid);
    }

    /**
     * Starts one that gets a listening socket as descriptor 3, as sd_listen_fds(3) has it.
     *
     * @param socket a descriptor of this process, which stays open here
     * @param socketName what the program finds in {@code LISTEN_FDNAMES}
     */
    public static SpawnedProgram start(Launch launch, int socket, String socketName) throws IOException {
        List<String> command = new ArrayList<>(
                launch.output() == null
                        ? List.of("sh", "-c", SHELL, "portio")
                        : List.of("sh", "-c", TO_FILE + SHELL, launch.output().toString()));
        command.addAll(launch.command());
        Map<String, String> environment = environment(launch);
        environment.put("LISTEN_FDS", "1");
        environment.put("LISTEN_FDNAMES", socketName);
        Optional<StandIn> standIn = StandIn.current();
        return standIn.isPresent()
                ? start(standIn.get(), command, environment, socket)
                : start(new PosixSpawn(command, environment, socket, FIRST, 0));
    }

    private static Map<String, String> environment(Launch launch) {
        Map<String, String> environment = SignalGate.environment();
        environment.putAll(launch.variables());
        return environment;
    }

    /** Starts one with this process's streams, or with those of the launch. */
    static SpawnedProgram start(Launch launch, StandIn standIn) throws IOException {
        List<String> command = new ArrayList<>();
        if (launch.output() != null) {
            command.addAll(List.of("sh", "-c", TO_FILE + PLAIN, launch.output().toString()));
        }
        command.addAll(launch.command());
        return start(standIn, command, environment(launch), -1);
    }

    private static SpawnedProgram start(
            StandIn standIn, List<String> command, Map<String, String> environment, int socket) throws IOException {
        return standIn.start(new PosixSpawn(command, environment, socket, FIRST, standIn.blockedBefore()));
    }

    private static SpawnedProgram start(PosixSpawn spawn) throws IOException {
        int pid = spawn.start();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("portio-run").start(() -> exit.complete(ChildStatus.awaitEnd(pid)));
        return new SpawnedProgram(pid, exit);
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
