// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.time.Duration;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.process.EndRequest;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.testing.ScratchActions;

/** Main class of a process that does something for a test as another user, and reports the result. */
final class Errand {

    private static final ConnectionMonitor MONITOR =
            ConnectionMonitor.over(List.of(new LinuxConnectionSource()), ScratchActions.log());

    private Errand() {}

    /** Arguments: {@code end PID PORT}, {@code close LOCAL-PORT REMOTE-PORT}, {@code why PORT}, {@code
     * owner PORT} or {@code hello}. */
    public static void main(String... args) throws ConnectionException {
        switch (args[0]) {
            case "end" -> IO.println(end(Long.parseLong(args[1]), Integer.parseInt(args[2])));
            case "close" -> IO.println(close(Integer.parseInt(args[1]), Integer.parseInt(args[2])));
            case "owner" -> owner(Integer.parseInt(args[1]));
            case "why" -> why(Integer.parseInt(args[1]));
            default -> IO.println(args[0]);
        }
    }

    private static String end(long pid, int port) throws ConnectionException {
        Processes processes = Processes.ofSystem();
        HeldPort held = port == 0 ? null : new HeldPort(port, Protocol.TCP);
        EndRequest request =
                new EndRequest(List.of(processes.read(pid).orElseThrow()), held, false, false, Duration.ofSeconds(5));
        var end = ProcessEnder.over(processes, MONITOR, _ -> "", ScratchActions.log())
                .end(request)
                .ends()
                .getFirst();
        return end.outcome() + ": " + end.detail();
    }

    private static String close(int local, int remote) throws ConnectionException {
        Connection connection = MONITOR.snapshot().connections().stream()
                .filter(row -> row.local().port() == local
                        && row.remote() != null
                        && row.remote().port() == remote)
                .findFirst()
                .orElseThrow();
        try {
            return "closed: " + MONITOR.close(connection);
        } catch (ConnectionException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** Prints what is known of the owner of each socket at the port, and then what hides owners. */
    private static void owner(int port) throws ConnectionException {
        Snapshot snapshot = MONITOR.snapshot();
        for (Connection row : snapshot.connections()) {
            if (row.local().port() == port) {
                IO.println(row.ownership() + " " + row.processText()
                        + row.kernelUse().text());
            }
        }
        IO.println(snapshot.hiddenOwnersText());
    }

    private static void why(int port) throws ConnectionException {
        Diagnosis diagnosis = Diagnoser.over(MONITOR, List.of()).diagnose(port, Protocol.TCP, "127.0.0.1");
        diagnosis.scopes().forEach(IO::println);
        diagnosis.findings().forEach(IO::println);
    }
}
