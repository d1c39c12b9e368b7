// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortRange;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/**
 * A packet on its way to or from a port of this machine, with what is known of it.
 *
 * @param from its sender
 * @param to its destination
 * @param state {@code new} or {@code established}, as conntrack has it
 * @param flags those of the TCP segments that it stands for
 * @param arrives whether it comes into this machine; false if it leaves
 * @param loops whether it goes through {@code lo}, within this machine
 */
record Packet(
        Protocol protocol,
        AddressFamily family,
        Side from,
        Side to,
        String state,
        List<Set<String>> flags,
        boolean arrives,
        Match loops) {

    /**
     * One end of its connection.
     *
     * @param address null if it is not known
     * @param among the addresses of which an unknown one is; empty if it may be any
     * @param ports one of which it has; null if nothing is known of its port
     */
    record Side(InetAddress address, List<InetAddress> among, PortRange ports) {

        /** Creates one of which no address is known. */
        static Side of(PortRange ports) {
            return new Side(null, List.of(), ports);
        }
    }

    private static final Set<String> OTHER_PROTOCOLS =
            Set.of("icmp", "icmpv6", "igmp", "sctp", "dccp", "udplite", "esp", "ah", "comp", "arp");

    /** Returns whether it has this part, such as a TCP port; a condition on one that it has not never holds. */
    boolean has(JsonValue left) {
        JsonArray several = Subject.member(left, "concat");
        if (several != null) {
            return several.stream().allMatch(this::has);
        }
        JsonArray masked = Subject.member(left, "&");
        String of = Ruleset.payload(masked == null ? left : masked.get(0), "protocol");
        boolean otherFamily = of.equals(family == AddressFamily.IPV4 ? "ip6" : "ip");
        boolean otherProtocol = of.equals(protocol == Protocol.TCP ? "udp" : "tcp");
        return !otherFamily && !otherProtocol && !OTHER_PROTOCOLS.contains(of);
    }

    /** Returns a part of it, as the left side of a comparison or the key of a map names it. */
    Subject part(JsonValue left) {
        if (!left.isObject()) {
            return Subject.UNKNOWN;
        }
        JsonArray several = Subject.member(left, "concat");
        if (several != null) {
            return Subject.all(StreamSupport.stream(several.spliterator(), false)
                    .map(this::part)
                    .toList());
        }
        JsonObject asked = left.asObject();
        if (asked.has("payload")) {
            return field(Ruleset.payload(asked, "protocol"), Ruleset.payload(asked, "field"));
        }
        if (asked.has("fib")) {
            return isTypeOfDestination(asked.object("fib")) ? destinationType() : Subject.UNKNOWN;
        }
        return asked.has("ct") ? tracked(key(asked, "ct")) : meta(key(asked, "meta"));
    }

    /** Returns some bits of a part of it: known of ports. */
    Subject masked(JsonValue left, JsonValue mask) {
        PortRange ports = switch (Ruleset.payload(left, "field")) {
            case "dport" -> to.ports();
            case "sport" -> from.ports();
            default -> null;
        };
        if (ports == null || !ports.isSingle() || !(mask instanceof JsonPrimitive number) || !number.isNumber()) {
            return Subject.UNKNOWN;
        }
        int bits = ports.first() & number.asInt();
        return Subject.number(bits, bits);
    }

    /** Returns whether a condition, or a map's key, asks for the port that is known of it. */
    boolean isPortNamedBy(JsonValue statement) {
        String field = to.ports() == null ? "sport" : "dport";
        return statement instanceof JsonObject parts
                && (asks(parts.get("left"), field) || asks(parts.get("key"), field));
    }

    private static boolean asks(JsonValue looked, String field) {
        if (looked == null) {
            return false;
        }
        JsonArray masked = Subject.member(looked, "&");
        JsonArray several = masked == null ? Subject.member(looked, "concat") : masked;
        return several == null
                ? field.equals(Ruleset.payload(looked, "field"))
                : several.stream().anyMatch(part -> asks(part, field));
    }

    private Subject field(String of, String field) {
        return switch (field) {
            case "dport" -> port(to);
            case "sport" -> port(from);
            case "protocol", "nexthdr" -> protocolNumber();
            case "saddr" -> "ether".equals(of) ? Subject.UNKNOWN : address(from);
            case "daddr" -> "ether".equals(of) ? Subject.UNKNOWN : address(to);
            default -> Subject.UNKNOWN;
        };
    }

    private static Subject port(Side side) {
        PortRange ports = side.ports();
        return ports == null ? Subject.UNKNOWN : Subject.number(ports.first(), ports.last());
    }

    private Subject address(Side side) {
        return new AddressSubject(side.address(), side.among(), loops != Match.NO, protocol == Protocol.UDP);
    }

    private Subject destinationType() {
        return arrives || loops == Match.YES ? Subject.named("local") : Subject.UNKNOWN;
    }

    private Subject tracked(String key) {
        return "state".equals(key) ? Subject.named(state) : Subject.UNKNOWN;
    }

    private Subject meta(String key) {
        return switch (key) {
            case "l4proto" -> protocolNumber();
            case "nfproto" -> Subject.named(family.label());
            case "protocol" -> Subject.named(family == AddressFamily.IPV4 ? "ip" : "ip6");
            case "iif", "iifname" -> networkInterface(arrives);
            case "oif", "oifname" -> networkInterface(!arrives);
            default -> Subject.UNKNOWN;
        };
    }

    private Subject protocolNumber() {
        return Subject.named(protocol.name().toLowerCase(Locale.ROOT), protocol == Protocol.TCP ? "6" : "17");
    }

    /** Returns the one that it came or goes through; it has none on the side of this machine's own programs. */
    private Subject networkInterface(boolean isPassed) {
        if (!isPassed) {
            return _ -> Match.NO;
        }
        return value -> {
            String name = value.isPrimitive() ? value.asText() : "*";
            boolean isAnyOf = name.endsWith("*");
            boolean isLoopback = isAnyOf ? "lo".startsWith(name.substring(0, name.length() - 1)) : "lo".equals(name);
            if (isLoopback) {
                return isAnyOf && loops == Match.NO ? Match.MAYBE : loops;
            }
            return loops == Match.YES ? Match.NO : Match.MAYBE;
        };
    }

    private static boolean isTypeOfDestination(JsonObject fib) {
        JsonValue flags = fib.get("flags");
        String only = flags == null ? "" : flags.isArray() ? only(flags.asArray()) : flags.asText();
        return "type".equals(Ruleset.text(fib, "result")) && "daddr".equals(only);
    }

    private static String only(JsonArray flags) {
        return flags.size() == 1 ? flags.get(0).asText() : "";
    }

    private static String key(JsonObject asked, String name) {
        return asked.has(name) && asked.get(name).isObject() ? Ruleset.text(asked.object(name), "key") : "";
    }
}
