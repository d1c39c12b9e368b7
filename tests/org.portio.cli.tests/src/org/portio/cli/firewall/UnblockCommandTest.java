// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;

class UnblockCommandTest {

    private final Cli cli = new Cli();
    private final List<Block> blocks = cli.firewall.blocks;

    @Test
    void removesExactlyWhatWasBlocked() {
        cli.firewall.add("8080", Protocol.TCP);
        Block udp = cli.firewall.add("8080", Protocol.UDP);
        Block range = cli.firewall.add("8080-8090", Protocol.TCP);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--yes");

        assertEquals(new Cli.Result(0, "Unblocked TCP 8080 inbound." + System.lineSeparator(), ""), result);
        assertEquals(List.of(udp, range), blocks);
        assertEquals(List.of(false), cli.firewall.forced);
    }

    @Test
    void removesAllDirections() {
        cli.firewall.add("8080", Protocol.TCP);
        BlockRequest outbound =
                BlockRequest.of(PortRange.of(8080), Protocol.TCP).withDirection(Direction.OUTBOUND);
        cli.firewall.add(outbound, "1000", Block.State.MISSING);

        assertEquals(2, cli.run("unblock", "8080", "tcp", "--yes").lines().size());
        assertTrue(blocks.isEmpty());
    }

    @Test
    void saysThatNothingIsBlocked() {
        cli.firewall.add("81", Protocol.TCP);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--yes");

        assertEquals(1, result.code());
        assertEquals("portio: TCP 8080 is not blocked", result.err().strip());
        assertEquals(1, blocks.size());
    }

    @Test
    void saysWhichBlocksOverlapAndHowToRemoveThem() {
        cli.firewall.add("8000-8100", Protocol.TCP);
        cli.firewall.add("8080-8081", Protocol.TCP);
        cli.firewall.add("8080", Protocol.UDP);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--yes");

        assertEquals(4, result.code());
        assertEquals(
                "portio: TCP 8080 is not blocked on its own, but as part of TCP 8000-8100 inbound with"
                        + " nftables, of user ann;"
                        + " TCP 8080-8081 inbound with nftables, of user ann; unblock exactly that: portio unblock"
                        + " 8000-8100 TCP, portio unblock 8080-8081 TCP",
                result.err().strip());
        assertEquals(3, blocks.size());
    }

    @Test
    void leavesBlocksOfOtherUsersUnlessForced() {
        cli.firewall.add("8080", Protocol.TCP, "0", Block.State.ORPHANED);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--yes");

        assertEquals(4, result.code());
        assertEquals(
                "portio: the block belongs to another user: TCP 8080 inbound with nftables, of user root; only root can"
                        + " unblock it, with --force",
                result.err().strip());
        assertEquals(1, blocks.size());
        assertEquals(0, cli.run("unblock", "8080", "TCP", "--yes", "--force").code());
        assertTrue(blocks.isEmpty());
        assertEquals(List.of(true), cli.firewall.forced);
    }

    @Test
    void removesOnesOwnAndSaysThatOthersStay() {
        cli.firewall.add("8080", Protocol.TCP);
        Block other = cli.firewall.add("8080", Protocol.TCP, "1001", Block.State.ORPHANED);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--yes");

        assertEquals(0, result.code());
        assertEquals(
                "portio: other users' blocks stay; root with --force also unblocks them",
                result.err().strip());
        assertEquals(List.of(other), blocks);
    }

    @Test
    void removesAllOfOnesOwnAndTheOrphansAmongThem() {
        cli.firewall.add("80", Protocol.TCP);
        cli.firewall.add("53", Protocol.UDP, "1000", Block.State.ORPHANED);
        Block other = cli.firewall.add("22", Protocol.TCP, "0", Block.State.ORPHANED);

        assertEquals(0, cli.run("unblock", "--all", "--yes").code());
        assertEquals(List.of(other), blocks);
        assertEquals(4, cli.run("unblock", "--all", "--yes").code());
        assertEquals(0, cli.run("unblock", "--all", "--yes", "--force").code());

        Cli.Result result = cli.run("unblock", "--all", "--yes", "--force");
        assertEquals(1, result.code());
        assertEquals("portio: nothing is blocked", result.err().strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unblock                  | which ports?",
                "unblock 8080             | which protocol?",
                "unblock --all 8080       | either ports or --all",
                "unblock --all 8080 TCP   | either ports or --all",
                "unblock 8080 SCTP        | 'SCTP'",
                "unblock 0 TCP            | '0' is not a valid port",
                "unblock 9-8 TCP          | '9-8' is not a valid port",
                "unblock 80 TCP extra     | 'extra'",
                "unblock --all --backend x | unknown backend 'x'"
            })
    void answersWrongUsageWithALineAndAHint(String args, String message) {
        cli.firewall.add("8080", Protocol.TCP);

        Cli.Result result = cli.run((args + " --yes").split(" +"));

        assertEquals(2, result.code(), result.err());
        assertTrue(result.err().contains(message), result.err());
        assertTrue(result.err().strip().endsWith("Try 'portio unblock --help'."), result.err());
        assertEquals(1, blocks.size());
    }

    @Test
    void asksFirst() {
        cli.firewall.add("8080", Protocol.TCP);
        cli.answer = "n";
        Cli.Result result = cli.run("unblock", "8080", "TCP");
        assertEquals(4, result.code());
        assertEquals(
                List.of(
                        "portio: unblocks TCP 8080 inbound with nftables, of user ann",
                        "portio: with nftables, as root through sudo",
                        "portio: nothing was changed"),
                result.err().lines().toList());
        assertEquals(1, blocks.size());

        cli.answer = "y";
        assertEquals(0, cli.run("unblock", "8080", "TCP").code());
        assertTrue(blocks.isEmpty());
    }

    @Test
    void needsYesWithoutATerminalAndAsksNoFirewall() {
        cli.firewall.failure = new FirewallException(FirewallException.Kind.FAILED, "was asked");

        Cli.Result result = cli.run("unblock", "--all");

        assertEquals(2, result.code());
        assertTrue(result.err().contains("use --yes to continue"), result.err());
    }

    @Test
    void printsTheCommandsAndChangesNothing() {
        Block block = cli.firewall.add("8080", Protocol.TCP);

        Cli.Result result = cli.run("unblock", "8080", "TCP", "--dry-run");

        assertEquals(0, result.code());
        assertEquals(List.of("nft -f - <<'END'", "delete [" + block.id() + "]", "END"), result.lines());
        assertEquals(1, blocks.size());
    }

    @Test
    void saysHowToRunItWithPrivileges() {
        cli.firewall.failure = new FirewallException(FirewallException.Kind.PERMISSION, "nftables needs privileges");

        Cli.Result result = cli.run("unblock", "--all", "--yes");

        assertEquals(3, result.code());
        assertEquals(
                "portio: nftables needs privileges; run: sudo portio unblock --all --yes",
                result.err().strip());
    }
}
