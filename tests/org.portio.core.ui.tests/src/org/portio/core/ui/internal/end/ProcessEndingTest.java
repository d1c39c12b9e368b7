// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressParser;
import org.portio.core.process.SparedByBundles;
import org.portio.core.process.SparedProcess;
import org.portio.core.ui.internal.FakeProcesses;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;

/** Planning is all that happens here: the processes are not real. */
class ProcessEndingTest {

    /** Beyond the PIDs that Linux gives out, so no process has it. */
    private static final ProcessInfo JAVA = Sockets.process(1L << 30, "java");

    private static final ProcessInfo OTHER = Sockets.process((1L << 30) + 1, "other");
    private static final PortName PORT = new PortName(Protocol.TCP, 8080);

    private final FakeSource source = new FakeSource(Sockets.listener("127.0.0.1", 8080, JAVA));
    private final ConnectionMonitor monitor = ConnectionMonitor.over(List.of(source));
    private final SparedByBundles spared = new SparedByBundles();

    @Test
    void showsWhatWouldBeHitByThePort() throws Exception {
        EndPlan plan = ending(JAVA).plan(PORT);

        assertEquals(List.of(JAVA), plan.target().processes());
        assertEquals(PORT, plan.target().port());
        assertEquals(1, plan.target().held().sockets().size(), "by which it is judged afterwards");
        assertEquals(1, plan.impacts().getFirst().ports().size());
        assertEquals("", plan.impacts().getFirst().refusal());
    }

    @Test
    void showsAllThatHoldThePortParentsFirst() throws Exception {
        ProcessInfo worker =
                new ProcessInfo(OTHER.pid() - 10, OTHER.startTime(), "worker", "", "", OTHER.user(), JAVA.pid());
        source.show(Sockets.listener("127.0.0.1", 8080, worker, JAVA), Sockets.listener("127.0.0.2", 8080, OTHER));

        EndPlan plan = ending(JAVA, worker, OTHER).plan(PORT);

        assertEquals(List.of(JAVA, OTHER, worker), plan.target().processes());
        assertEquals(3, plan.impacts().size());
        assertEquals(2, plan.target().held().sockets().size());
    }

    @Test
    void ofAPortAtOneAddressThoseAtOthersStay() throws Exception {
        source.show(Sockets.listener("127.0.0.1", 8080, JAVA), Sockets.listener("127.0.0.2", 8080, OTHER));
        PortName here = new PortName(Protocol.TCP, 8080, AddressParser.parse("127.0.0.2", 8080), false);

        assertEquals(List.of(OTHER), ending(JAVA, OTHER).plan(here).target().processes());
    }

    @Test
    void whoIsOnlyConnectedIsMeantIfThatIsAskedFor() throws Exception {
        source.show(Sockets.tcp(
                Sockets.endpoint("127.0.0.1", 8080), Sockets.endpoint("127.0.0.1", 40000), TcpState.ESTABLISHED, JAVA));
        PortName all = new PortName(Protocol.TCP, 8080, List.of(), true);

        assertEquals(
                "No process holds TCP 8080 any more.", ending(JAVA).plan(PORT).problem());
        assertEquals(List.of(JAVA), ending(JAVA).plan(all).target().processes());
    }

    @Test
    void ofSeveralThoseThatHaveEndedAreLeftOut() throws Exception {
        EndPlan plan = ending(OTHER).plan(new EndTarget(List.of(JAVA, OTHER), PORT));

        assertEquals(List.of(OTHER), plan.target().processes());
    }

    @Test
    void saysThatTheProcessHasEndedMeanwhile() throws Exception {
        assertEquals(
                "java (PID 1073741824) had already ended. Nothing was done.",
                ending().plan(new EndTarget(List.of(JAVA), PORT)).problem());
    }

    @Test
    void saysWhyThePortHasNoProcess() throws Exception {
        source.show();
        assertEquals("No process holds TCP 8080 any more.", problem());

        source.show(Sockets.listener("127.0.0.1", 8080));
        assertEquals(
                "Another user's process holds TCP 8080. To end it, run in a terminal: sudo portio kill --port 8080"
                        + " --tcp",
                problem());
    }

    private String problem() throws ConnectionException {
        return ending(JAVA).plan(PORT).problem();
    }

    @Test
    void refusesWhatOtherBundlesSpare() throws Exception {
        ProcessEnding ending = ending(JAVA);
        SparedProcess keeper = pid -> pid == JAVA.pid() ? "it is the keeper" : "";

        spared.addSpared(keeper, Map.of());
        assertEquals("it is the keeper", ending.plan(PORT).impacts().getFirst().refusal());

        spared.removeSpared(keeper);
        assertEquals("", ending.plan(PORT).impacts().getFirst().refusal());
    }

    private ProcessEnding ending(ProcessInfo... running) {
        return new ProcessEnding(new FakeProcesses(running), monitor, spared);
    }
}
