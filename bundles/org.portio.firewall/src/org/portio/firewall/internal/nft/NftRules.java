// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.nft.json.NftJson;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * Writes transactions of nftables in its JSON, see {@code libnftables-json(5)}. Inbound blocks stand in the hook prerouting,
 * before DNAT: after it, a port that a container engine publishes has another number. There, packets that are only
 * routed through this machine are told by their destination, and left alone; those to a group or to all are not.
 */
final class NftRules {

    static final String TABLE = "portio";
    static final String FAMILY = "inet";
    static final String INBOUND = "inbound";
    static final String OUTBOUND = "outbound";
    static final Set<String> CHAINS = Set.of(INBOUND, OUTBOUND);
    /**
     * A counter that all blocks share. The kernel refuses to delete a counter that a rule uses: so the table that is deleted
     * together with it never takes a block along that came after the table was listed.
     */
    static final String USE_COUNT = "blocks";

    /** The priority, which comes before DNAT (-100). */
    private static final int PRIORITY = -150;

    private static final int SYN = 2;
    private static final int FIN_SYN_RST_ACK = 0x17;

    private final JsonArray commands = new JsonArray();

    NftRules() {
        JsonObject version = new JsonObject();
        version.put("json_schema_version", 1);
        commands.add(NftJson.object("metainfo", version));
    }

    /** Returns the transaction, as nft reads it. */
    String text() {
        return NftJson.object("nftables", commands).toString();
    }

    /** Adds nothing if the table is there already. */
    NftRules addTable() {
        command("add", "table", table());
        command("add", "counter", named(USE_COUNT));
        command("add", "chain", chain(INBOUND, "prerouting"));
        command("add", "chain", chain(OUTBOUND, "output"));
        return this;
    }

    /**
     * Takes away the table with everything in it.
     *
     * @param counted whether it has the counter of all blocks, which earlier versions of PortIO did not make
     */
    NftRules deleteTable(boolean counted) {
        if (counted) {
            command("delete", "counter", named(USE_COUNT));
        }
        command("delete", "table", table());
        return this;
    }

    NftRules add(Rule rule) {
        if (rule.remaining() != null) {
            command("add", "set", timedPorts(rule));
        }
        Direction direction = rule.request().direction();
        if (direction.includes(Direction.INBOUND)) {
            addRules(rule, INBOUND);
        }
        if (direction.includes(Direction.OUTBOUND)) {
            addRules(rule, OUTBOUND);
        }
        return this;
    }

    NftRules deleteRule(String chain, long handle) {
        JsonObject rule = inTable();
        rule.put("chain", chain);
        rule.put("handle", handle);
        command("delete", "rule", rule);
        return this;
    }

    NftRules deleteSet(String name) {
        command("delete", "set", named(name));
        return this;
    }

    /** Returns the name of the set from which the kernel takes the ports of a timed block when its time is over. */
    static String setName(UUID block) {
        return "b" + block.toString().replace("-", "");
    }

    /**
     * Rules about all packets spare those that answer, which is not known of packets that somebody has exempted from
     * tracking: a second rule is about these. For TCP, their connections are again recognized by their SYN.
     */
    private void addRules(Rule rule, String chain) {
        BlockRequest request = rule.request();
        boolean tcp = request.protocol() == Protocol.TCP;
        if (tcp && !request.cutExisting()) {
            addRule(rule, chain, List.of(opensConnection()));
        } else if (Requests.sparesAnswers(request, INBOUND.equals(chain))) {
            JsonObject original = NftJson.match("==", NftJson.connectionDirection(), JsonPrimitive.of("original"));
            JsonObject untracked = NftJson.match("in", NftJson.state(), JsonPrimitive.of("untracked"));
            addRule(rule, chain, tcp ? List.of(untracked, opensConnection()) : List.of(untracked));
            addRule(rule, chain, List.of(original));
        } else {
            addRule(rule, chain, List.of());
        }
    }

    /** Adds the rule before all existing ones: somebody else's rule in the same chain may accept its packets. */
    private void addRule(Rule rule, String chain, List<JsonObject> which) {
        command("insert", "rule", rule(rule, chain, which));
    }

    private static JsonObject rule(Rule rule, String chain, List<JsonObject> which) {
        BlockRequest request = rule.request();
        JsonObject json = inTable();
        json.put("chain", chain);
        json.put("comment", rule.tag().text());
        JsonArray expressions = new JsonArray();
        boolean inbound = INBOUND.equals(chain);
        if (!request.loopback()) {
            expressions.add(NftJson.match("!=", NftJson.meta(inbound ? "iifname" : "oifname"), JsonPrimitive.of("lo")));
        }
        if (inbound) {
            expressions.add(NftJson.match(
                    "==", NftJson.destinationType(), NftJson.set("local", "broadcast", "anycast", "multicast")));
        }
        which.forEach(expressions::add);
        if (!request.controlGroup().isEmpty()) {
            expressions.add(NftJson.controlGroup(request.controlGroup()));
        }
        expressions.add(NftJson.match("==", NftJson.payload(request.protocol().label(), "dport"), ports(rule)));
        expressions.add(NftJson.object("counter", JsonNull.INSTANCE));
        expressions.add(NftJson.object("counter", JsonPrimitive.of(USE_COUNT)));
        expressions.add(verdict(request));
        json.put("expr", expressions);
        return json;
    }

    private static JsonValue ports(Rule rule) {
        return rule.remaining() == null
                ? NftJson.range(rule.request().ports())
                : JsonPrimitive.of("@" + setName(rule.tag().id()));
    }

    private static JsonValue verdict(BlockRequest request) {
        if (request.verdict() == Verdict.DROP) {
            return NftJson.object("drop", JsonNull.INSTANCE);
        }
        JsonObject how = new JsonObject();
        if (request.protocol() == Protocol.TCP) {
            how.put("type", "tcp reset");
        } else {
            how.put("type", "icmpx");
            how.put("expr", "port-unreachable");
        }
        return NftJson.object("reject", how);
    }

    private static JsonObject timedPorts(Rule rule) {
        JsonObject set = named(setName(rule.tag().id()));
        set.put("type", "inet_service");
        JsonArray flags = new JsonArray();
        flags.add("interval");
        flags.add("timeout");
        set.put("flags", flags);
        JsonObject element = new JsonObject();
        element.put("val", NftJson.range(rule.request().ports()));
        element.put("timeout", Math.max(1, rule.remaining().toSeconds()));
        JsonArray elements = new JsonArray();
        elements.add(NftJson.object("elem", element));
        set.put("elem", elements);
        return set;
    }

    /**
     * Returns a SYN alone. Connection tracking would not do: it knows no connection from before it was first used on this
     * machine, and would take it for a new one.
     */
    private static JsonObject opensConnection() {
        JsonArray masked = new JsonArray();
        masked.add(NftJson.payload("tcp", "flags"));
        masked.add(FIN_SYN_RST_ACK);
        return NftJson.match("==", NftJson.object("&", masked), JsonPrimitive.of(SYN));
    }

    private static JsonObject table() {
        JsonObject table = new JsonObject();
        table.put("family", FAMILY);
        table.put("name", TABLE);
        return table;
    }

    private static JsonObject chain(String name, String hook) {
        JsonObject chain = named(name);
        chain.put("type", "filter");
        chain.put("hook", hook);
        chain.put("prio", PRIORITY);
        chain.put("policy", "accept");
        return chain;
    }

    private static JsonObject named(String name) {
        JsonObject json = inTable();
        json.put("name", name);
        return json;
    }

    private static JsonObject inTable() {
        JsonObject json = new JsonObject();
        json.put("family", FAMILY);
        json.put("table", TABLE);
        return json;
    }

    private void command(String verb, String kind, JsonObject what) {
        commands.add(NftJson.object(verb, NftJson.object(kind, what)));
    }
}
