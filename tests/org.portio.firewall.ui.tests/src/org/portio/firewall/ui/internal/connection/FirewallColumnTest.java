// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.Block.State;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Outlook.Judgement;
import org.portio.firewall.Verdict;
import org.portio.firewall.ui.internal.Blocks;
import org.portio.testing.Sockets;

class FirewallColumnTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.9";

    private final Connection listener = Sockets.listener(HERE, 8080, Sockets.process(7, "java"));
    private final Connection client =
            Sockets.tcp(Sockets.endpoint(HERE, 50000), Sockets.endpoint(THERE, 443), TcpState.ESTABLISHED);

    @Test
    void aListenerWhosePortIsBlockedIsBlocked() {
        assertEquals("blocked by PortIO", text(listener, Blocks.tcp("8000-8100")));
    }

    @Test
    void aPortWithoutABlockOfPortioIsLeftEmptyForOthersMayBlockIt() {
        assertEquals("", text(listener, Blocks.tcp("80")));
        assertEquals("", text(listener, BlockRequest.of(PortRange.of(8080), Protocol.UDP)));
        assertEquals("", text(listener, Blocks.tcp("8080").withDirection(Direction.OUTBOUND)));
    }

    @Test
    void anOutboundBlockIsForTheRemotePort() {
        BlockRequest outbound = Blocks.tcp("443").withDirection(Direction.OUTBOUND);
        assertEquals("new connections blocked by PortIO", text(client, outbound));
        assertEquals("blocked by PortIO", text(client, outbound.withCutExisting(true)));
        assertEquals("", text(client, Blocks.tcp("443")));
    }

    @Test
    void loopbackIsBlockedOnlyWhereThatWasAskedFor() {
        Connection local = Sockets.listener("127.0.0.1", 8080, Sockets.process(7, "java"));
        Connection mapped = Sockets.listener("::ffff:127.0.0.1", 8080, Sockets.process(7, "java"));
        assertEquals("", text(local, Blocks.tcp("8080")));
        assertEquals("", text(mapped, Blocks.tcp("8080")));
        assertEquals("blocked by PortIO", text(local, Blocks.tcp("8080").withLoopback(true)));
    }

    @Test
    void ablockOfOneProgramIsForItsSocketsAlone() {
        String executable = listener.owners().getFirst().executable();
        assertEquals("blocked by PortIO", text(listener, ofProgram(executable)));
        assertEquals("", text(listener, ofProgram("/usr/bin/other")));
    }

    @Test
    void aBlockThatSomebodyRemovedDoesNotCountAsOne() {
        Block missing = Blocks.of(Blocks.tcp("8080"), State.MISSING);
        assertEquals(
                "block was removed",
                FirewallCell.of(listener, List.of(missing), Outlook.UNKNOWN).text());
    }

    @Test
    void whoWaitsForOtherMachinesIsOpenOrBlockedByWhatAllRulesSay() {
        assertEquals("open", text(listener, Answer.OPEN, Answer.BLOCKED));
        assertEquals("blocked by another rule", text(listener, Answer.BLOCKED, Answer.OPEN));
        assertEquals("", text(listener, Answer.UNKNOWN, Answer.OPEN));
        assertEquals("redirected", text(listener, Answer.TURNED, Answer.OPEN));
    }

    @Test
    void connectionsAndLoopbackListenersAreJudgedToo() {
        assertEquals("open", text(client, Answer.OPEN, Answer.BLOCKED));
        assertEquals("blocked by another rule", text(client, Answer.BLOCKED, Answer.OPEN));
        Connection local = Sockets.listener("127.0.0.1", 8080);
        assertEquals("open", text(local, Answer.OPEN, Answer.OPEN));
        FirewallCell cell = FirewallCell.of(local, List.of(), _ -> new Judgement(Answer.OPEN, ""));
        assertEquals(
                "No firewall rule blocks programs on this machine from this port."
                        + " Other machines cannot reach its address.",
                cell.tip());
    }

    @Test
    void anEmptyCellHasAReason() {
        Connection leftOver =
                Sockets.tcp(Sockets.endpoint(HERE, 50000), Sockets.endpoint(THERE, 443), TcpState.TIME_WAIT);
        Outlook depends = _ -> new Judgement(Answer.UNKNOWN, "it depends on ip saddr");
        Outlook open = _ -> new Judgement(Answer.OPEN, "");
        assertEquals(
                new FirewallCell("", "This socket gets no packets: it neither listens nor is it connected."),
                FirewallCell.of(leftOver, List.of(), open));
        assertEquals(
                new FirewallCell("", "Cannot tell whether packets get through: it depends on ip saddr"),
                FirewallCell.of(listener, List.of(), depends));
        assertEquals(
                new FirewallCell("", "The firewall has not been queried yet."),
                FirewallCell.of(listener, List.of(), Outlook.UNKNOWN));
    }

    @Test
    void aListenerOnAllAddressesOfIpv6IsForBothFamilies() {
        Connection both = Sockets.listener("::", 8080);
        assertEquals("open", text(both, Answer.OPEN, Answer.OPEN));
        assertEquals("", text(both, Answer.OPEN, Answer.BLOCKED));
        assertEquals("blocked by another rule", text(Sockets.listener("2001:db8::1", 1), Answer.OPEN, Answer.BLOCKED));
    }

    @Test
    void aBlockOfPortioIsSaidEvenWhereAnotherRuleBlocksAsWell() {
        List<Block> blocks = List.of(Blocks.of(Blocks.tcp("8080")));
        Outlook outlook = _ -> new Judgement(Answer.BLOCKED, "a rule");
        assertEquals(
                "blocked by PortIO", FirewallCell.of(listener, blocks, outlook).text());
    }

    private static BlockRequest ofProgram(String program) {
        return BlockRequest.of(PortRange.of(8080), Protocol.TCP)
                .withVerdict(Verdict.DROP)
                .withSubject(new BlockRequest.Subject(program, ""));
    }

    private static String text(Connection connection, BlockRequest request) {
        return FirewallCell.of(connection, List.of(Blocks.of(request)), Outlook.UNKNOWN)
                .text();
    }

    private static String text(Connection connection, Answer ipv4, Answer ipv6) {
        Outlook outlook = traffic -> new Judgement(traffic.family() == AddressFamily.IPV4 ? ipv4 : ipv6, "some rule");
        return FirewallCell.of(connection, List.of(), outlook).text();
    }
}
