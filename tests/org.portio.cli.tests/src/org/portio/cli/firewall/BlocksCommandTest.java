// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.cli.FakeFirewall;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;

class BlocksCommandTest {

    private static final Instant SINCE = FakeFirewall.SINCE;

    private final Cli cli = new Cli();

    @Test
    void listsBlocksInColumns() {
        BlockRequest timed = BlockRequest.of(new PortRange(8000, 8100), Protocol.TCP)
                .withVerdict(Verdict.DROP)
                .withExpiry(Expiry.after(Duration.ofHours(1)))
                .withReason("a\u001b test");
        cli.firewall.blocks.add(block(timed, SINCE, SINCE.plusSeconds(3600), "0", Block.State.ACTIVE, 12));
        BlockRequest dns = BlockRequest.of(PortRange.of(53), Protocol.UDP).withDirection(Direction.OUTBOUND);
        cli.firewall.blocks.add(block(dns, null, null, "1000", Block.State.ORPHANED, -1));
        BlockRequest web = BlockRequest.of(PortRange.of(80), Protocol.TCP).withExpiry(Expiry.UNTIL_RESTART);
        cli.firewall.blocks.add(block(web, SINCE, null, "1001", Block.State.MISSING, 0));

        Cli.Result result = cli.run("blocks");

        String since = local(SINCE);
        String until = local(SINCE.plusSeconds(3600));
        assertEquals(0, result.code());
        assertEquals("", result.err());
        String unknown = "?" + " ".repeat(18);
        assertEquals(
                List.of(
                        "Proto  Ports      Direction  Verdict  State     Since                Until                Hits"
                                + "  Backend   User  Reason",
                        "tcp    8000-8100  inbound    drop     active    " + since + "  " + until
                                + "  12    nftables  root  a? test",
                        "udp    53         outbound   reject   orphaned  " + unknown + "  -" + " ".repeat(18)
                                + "  -     nftables  ann",
                        "tcp    80         inbound    reject   missing   " + since + "  restart" + " ".repeat(12)
                                + "  0     nftables  1001"),
                result.lines());
    }

    @Test
    void leavesTheHeaderOut() {
        cli.firewall.add("8080", Protocol.TCP);

        List<String> lines = cli.run("blocks", "--no-header").lines();

        assertEquals(1, lines.size());
        assertTrue(lines.getFirst().startsWith("tcp  8080  inbound  reject  active  "), lines.getFirst());
    }

    @Test
    void paintsTheHeaderOnATerminal() {
        cli.colours = true;
        cli.firewall.add("8080", Protocol.TCP);

        List<String> lines = cli.run("blocks").lines();

        assertTrue(lines.getFirst().startsWith("\u001b[1mProto"), lines.getFirst());
        assertTrue(lines.getFirst().endsWith("Reason\u001b[0m"), lines.getFirst());
    }

    @Test
    void endsWithOneWhereThereAreNone() {
        assertEquals(1, cli.run("blocks").code());
        assertEquals(1, cli.run("blocks").lines().size());
        assertEquals("", cli.run("blocks", "--no-header").out());

        Cli.Result json = cli.run("blocks", "--json");
        assertEquals(1, json.code());
        assertTrue(document(json).getAsJsonArray("blocks").isEmpty());
    }

    @Test
    void printsJsonWithTheVersionOfItsSchema() {
        cli.firewall.add("8080", Protocol.TCP);

        Cli.Result result = cli.run("blocks", "--json");

        assertEquals(0, result.code());
        assertEquals(1, document(result).get("schema").getAsInt());
        JsonObject block = document(result).getAsJsonArray("blocks").get(0).getAsJsonObject();
        assertEquals(8080, block.get("firstPort").getAsInt());
        assertEquals("1000", block.get("uid").getAsString());
        assertEquals(3, result.lines().size());
    }

    @Test
    void takesTheBackendByName() {
        cli.run("blocks", "--backend", "nftables");
        assertEquals(List.of("nftables"), cli.chosenBackends);
        assertEquals(2, cli.run("blocks", "--backend", "pf").code());
    }

    @Test
    void saysWhatWasPutBackAndWhatWasNot() {
        Block block = cli.firewall.add("8080", Protocol.TCP);
        cli.firewall.putBack = List.of(block);
        assertEquals(
                "portio: somebody removed, changed or overrode the block of TCP 8080 inbound; it is in force again",
                cli.run("blocks").err().strip());

        cli.firewall.putBack = List.of();
        cli.firewall.add("9090", Protocol.TCP, "1000", Block.State.MISSING);
        cli.firewall.notHealed = new FirewallException(FirewallException.Kind.FAILED, "nft fails");
        assertEquals(
                "portio: TCP 9090 inbound is missing; not everything could be repaired: nft fails",
                cli.run("blocks").err().strip());
    }

    @Test
    void namesTheRuleThatOverridesABlock() {
        Block block = cli.firewall.add("8080", Protocol.TCP, "1000", Block.State.OVERRIDDEN);
        cli.firewall.blocks.set(0, block.overriddenBy("chain inet portio inbound: accept"));

        Cli.Result result = cli.run("blocks");
        assertTrue(result.out().contains(" overridden "), result.out());
        assertEquals(
                "portio: TCP 8080 inbound is not blocked completely: the block is preceded by chain inet"
                        + " portio inbound: accept",
                result.err().strip());
    }

    @Test
    void showsOfAnOrphanedBlockWhatItsRuleSaysAndNothingElse() {
        cli.firewall.blocks.add(new Block(
                UUID.randomUUID(),
                new BlockRequest(
                        BlockRequest.of(PortRange.of(8080), Protocol.TCP).traffic(),
                        new BlockRequest.Treatment(null, false),
                        BlockRequest.Subject.ALL,
                        null,
                        ""),
                "0",
                null,
                null,
                "nftables",
                Block.State.ORPHANED,
                3));

        assertEquals(
                List.of("tcp", "8080", "inbound", "?", "orphaned", "?", "?", "3", "nftables", "root"),
                List.of(cli.run("blocks", "--no-header").out().strip().split(" +")));
        JsonObject json = document(cli.run("blocks", "--json"))
                .getAsJsonArray("blocks")
                .get(0)
                .getAsJsonObject();
        assertTrue(json.get("verdict").isJsonNull() && json.get("expiry").isJsonNull());
    }

    @Test
    void saysHowToRunItWithPrivileges() {
        cli.firewall.failure = new FirewallException(FirewallException.Kind.PERMISSION, "nftables needs privileges");

        Cli.Result result = cli.run("blocks", "--json");

        assertEquals(3, result.code());
        assertEquals(
                "portio: nftables needs privileges; run: sudo portio blocks --json",
                result.err().strip());
    }

    private static Block block(
            BlockRequest request, Instant since, Instant until, String user, Block.State state, long hits) {
        return new Block(UUID.randomUUID(), request, user, since, until, "nftables", state, hits);
    }

    private static JsonObject document(Cli.Result result) {
        return JsonParser.parseString(result.out()).getAsJsonObject();
    }

    private static String local(Instant time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(time.atZone(ZoneId.systemDefault()));
    }
}
