// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;
import org.portio.core.system.ActionLog;

/** Writes a line into the log of actions for each process that was to be ended, with what became of it. */
public record NotedEnder(ProcessEnder ender, ActionLog actions) implements ProcessEnder {

    @Override
    public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
        return ender.impact(process, snapshot);
    }

    @Override
    public EndResult end(EndRequest request) throws ConnectionException {
        // Whoever waits for a process may give up waiting; the signal is sent all the same.
        Thread ifStopped = Thread.ofPlatform()
                .unstarted(() ->
                        request.processes().forEach(process -> note(process, request, "interrupted before it ended")));
        Runtime.getRuntime().addShutdownHook(ifStopped);
        try {
            EndResult result = ender.end(request);
            note(ifStopped, () -> result.ends().forEach(end -> note(end.process(), request, result(end))));
            return result;
        } catch (ConnectionException | RuntimeException e) {
            note(
                    ifStopped,
                    () -> request.processes().forEach(process -> note(process, request, "failed: " + e.getMessage())));
            throw e;
        }
    }

    /** Writes the result, unless this program is being stopped and has said so instead. */
    private static void note(Thread ifStopped, Runnable result) {
        try {
            Runtime.getRuntime().removeShutdownHook(ifStopped);
        } catch (IllegalStateException _) {
            return; // it is being stopped: the hook runs
        }
        result.run();
    }

    private void note(ProcessInfo process, EndRequest request, String result) {
        String what = process.name() + " (PID " + process.pid() + ")" + port(request.port());
        actions.note("kill", what, request.force() ? "SIGKILL" : "SIGTERM", result);
    }

    private static String port(HeldPort port) {
        if (port == null) {
            return "";
        }
        return " on " + (port.protocol() == null ? "port" : port.protocol()) + " " + port.port();
    }

    private static String result(End end) {
        String result = switch (end.outcome()) {
            case ENDED -> "ended";
            case STILL_RUNNING -> "still running";
            case GONE -> "had already ended";
            case PORT_LEFT -> "no longer had the port";
            case REFUSED, HANDED -> "refused";
            case DENIED -> "failed";
        };
        return end.detail().isEmpty() ? result : result + ": " + end.detail();
    }
}
