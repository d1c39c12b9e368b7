// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portio.core.Protocol;
import org.portio.testrun.internal.CallRecorder;
import org.portio.trace.CallKind;
import org.portio.trace.Door;
import org.portio.trace.DoorException;
import org.portio.trace.TracedProcess;

/**
 * Watches the processes of a run: through a door, so that each of their calls is seen; where none can be opened, nothing is seen
 * but the tree of processes.
 */
public final class RunWatch implements AutoCloseable {

    private static final int MOST_CALLS = 200_000;

    private final CallRecorder recorder = new CallRecorder(MOST_CALLS);
    /** Null if there is none. */
    private final Door door;

    private final String obstacle;

    private RunWatch() {
        Door opened = null;
        String why = "";
        try {
            opened = Door.open(Set.of(CallKind.BIND, CallKind.LISTEN, CallKind.CONNECT, CallKind.IO_URING), recorder);
        } catch (DoorException e) {
            why = e.getMessage();
        }
        door = opened;
        obstacle = why;
    }

    /** Begins to watch what will be started. */
    public static RunWatch open() {
        return new RunWatch();
    }

    /** Starts something that is watched, with all its descendants. */
    public <T, E extends Exception> T start(Door.Starter<T, E> starter) throws E {
        return door == null ? starter.start() : door.start(starter);
    }

    /** Returns whether each call is seen. Then the calls of processes that outlive this one fail. */
    public boolean isExact() {
        return door != null;
    }

    /** Returns pids of processes of the run of this id that live; of some, only the environment tells that they belong to it. */
    public Set<Long> living(String run) {
        Set<Long> living = new TreeSet<>(RunProcesses.of(run));
        if (door != null) {
            door.processes().stream().map(TracedProcess::pid).forEach(living::add);
        }
        return living;
    }

    /** Adds what was seen, and when the leaks were opened. */
    public RunReport complete(RunReport report) {
        if (door == null) {
            return report.with(RunReport.Record.NONE, obstacle, List.of());
        }
        List<Opened> calls = recorder.calls();
        long dropped = recorder.dropped();
        return report.with(
                        dropped == 0 ? RunReport.Record.EXACT : RunReport.Record.CUT,
                        dropped == 0 ? "" : dropped + " later calls were not kept",
                        calls)
                .withLeaks(
                        report.leaks().stream().map(leak -> dated(leak, calls)).toList());
    }

    private static Leak dated(Leak leak, List<Opened> calls) {
        return calls.stream()
                .filter(call -> isOf(leak, call))
                .max(Comparator.comparing((Opened call) -> call.pid() == leak.pid())
                        .thenComparing(Opened::time))
                .map(call -> leak.openedAt(call.time()))
                .orElse(leak);
    }

    /** Returns whether the call may have opened the socket: a child has sockets of its parent. */
    private static boolean isOf(Leak leak, Opened call) {
        boolean outgoing = !leak.remote().isEmpty();
        Opened.Kind kind = outgoing
                ? Opened.Kind.CONNECT
                : leak.protocol() == Protocol.TCP ? Opened.Kind.LISTEN : Opened.Kind.BIND;
        String end = outgoing ? leak.remote() : leak.local();
        return call.kind() == kind
                && call.protocol() == leak.protocol()
                && end.endsWith(":" + call.port())
                && call.error() <= 0;
    }

    /** Ends the watching; calls of processes that still live are answered without being seen, as long as this process lives. */
    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }
}
