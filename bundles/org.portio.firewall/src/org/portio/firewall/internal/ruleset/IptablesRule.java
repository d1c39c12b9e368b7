// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portio.firewall.internal.nft.json.NftJson;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;

/** One rule of {@code iptables-save}, put into nft's terms; an option that is not understood becomes a part without one. */
final class IptablesRule {

    private static final Map<String, String> VERDICTS =
            Map.of("ACCEPT", "accept", "DROP", "drop", "REJECT", "reject", "RETURN", "return", "DNAT", "dnat");
    private static final Map<String, String> TARGETS =
            Map.of("REDIRECT", "redirect", "TPROXY", "tproxy", "MASQUERADE", "masquerade", "SNAT", "snat");
    private static final List<String> TARGETS_WITHOUT_RULES = List.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "MARK",
            "CONNMARK",
            "SECMARK",
            "CONNSECMARK",
            "TCPMSS",
            "TCPOPTSTRIP",
            "DSCP",
            "TOS",
            "TTL",
            "HL",
            "CLASSIFY",
            "SET",
            "TRACE",
            "AUDIT",
            "TEE",
            "NETMAP",
            "NFQUEUE",
            "CT",
            "NOTRACK",
            "SYNPROXY");

    private final List<String> words;
    private final JsonArray parts = new JsonArray();
    private String protocol = "th";
    private String module = "";
    private String comment = "";
    private int at;

    private IptablesRule(List<String> words) {
        this.words = words;
    }

    /** Parses the text that follows the name of the chain. */
    static Rule parse(String text) {
        IptablesRule rule = new IptablesRule(words(text));
        while (rule.at < rule.words.size()) {
            rule.option();
        }
        return new Rule("", text, rule.comment, rule.parts);
    }

    private void option() {
        boolean negated = "!".equals(words.get(at));
        at += negated ? 1 : 0;
        String option = next();
        switch (option) {
            case "-p" -> protocol(next(), negated);
            case "-s" -> address("saddr", next(), negated);
            case "-d" -> address("daddr", next(), negated);
            case "-i" -> device("iifname", next(), negated);
            case "-o" -> device("oifname", next(), negated);
            case "-m" -> module = next();
            case "-j" -> target(next());
            case "-g" -> jump("goto", next());
            case "--comment" -> comment = next();
            default -> match(option, negated);
        }
    }

    private void match(String option, boolean negated) {
        switch (option) {
            case "--dport", "--destination-port" -> ports("dport", next(), negated);
            case "--sport", "--source-port" -> ports("sport", next(), negated);
            case "--dports", "--destination-ports" -> ports("dport", next(), negated);
            case "--sports", "--source-ports" -> ports("sport", next(), negated);
            case "--tcp-flags" -> flags(next(), next(), negated);
            case "--ctstate", "--state" -> names(NftJson.state(), next(), negated);
            case "--dst-type" -> names(NftJson.destinationType(), next(), negated);
            default -> unknown();
        }
    }

    /** Notes an option that is not understood and skips its values, up to the next option. */
    private void unknown() {
        while (at < words.size() && !words.get(at).startsWith("-") && !"!".equals(words.get(at))) {
            at++;
        }
        foreign("match", module.isEmpty() ? "option" : module);
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }

    private void protocol(String name, boolean negated) {
        protocol = negated || !List.of("tcp", "udp").contains(name) ? "th" : name;
        if (!"all".equals(name)) {
            compare(negated, NftJson.meta("l4proto"), JsonPrimitive.of(name));
        }
    }

    private void address(String field, String text, boolean negated) {
        String of = text.indexOf(':') < 0 ? "ip" : "ip6";
        int slash = text.indexOf('/');
        JsonValue value = JsonPrimitive.of(text);
        if (slash > 0) {
            JsonObject prefix = new JsonObject();
            prefix.put("addr", text.substring(0, slash));
            prefix.put("len", text.substring(slash + 1));
            value = NftJson.object("prefix", prefix);
        }
        compare(negated, NftJson.payload(of, field), value);
    }

    private void device(String key, String name, boolean negated) {
        String pattern = name.endsWith("+") ? name.substring(0, name.length() - 1) + "*" : name;
        compare(negated, NftJson.meta(key), JsonPrimitive.of(pattern));
    }

    private void ports(String field, String list, boolean negated) {
        JsonObject compared = NftTexts.ports(protocol, field, negated, list, ":");
        if (compared == null) {
            foreign("match", module);
        } else {
            parts.add(compared);
        }
    }

    private void flags(String mask, String set, boolean negated) {
        JsonArray masked = new JsonArray();
        masked.add(NftJson.payload("tcp", "flags"));
        masked.add(flags(mask));
        compare(negated, NftJson.object("&", masked), flags(set));
    }

    private static JsonArray flags(String list) {
        JsonArray flags = new JsonArray();
        for (String flag : list.toLowerCase(Locale.ROOT).split(",")) {
            if (!"none".equals(flag)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private void names(JsonObject left, String list, boolean negated) {
        List<String> names = List.of(list.toLowerCase(Locale.ROOT).split(","));
        parts.add(NftTexts.oneOf(left, negated, names));
    }

    private void compare(boolean negated, JsonObject left, JsonValue right) {
        parts.add(NftJson.match(negated ? "!=" : "==", left, right));
    }

    /** The last option of a rule, followed by options of its own. */
    private void target(String name) {
        at = words.size();
        String verdict = VERDICTS.getOrDefault(name, TARGETS.get(name));
        if (verdict != null) {
            parts.add(NftJson.object(verdict, JsonNull.INSTANCE));
        } else if (TARGETS_WITHOUT_RULES.contains(name)) {
            foreign("target", name);
        } else {
            jump("jump", name);
        }
    }

    private void jump(String how, String chain) {
        JsonObject target = new JsonObject();
        target.put("target", chain);
        parts.add(NftJson.object(how, target));
    }

    private void foreign(String type, String name) {
        JsonObject foreign = new JsonObject();
        foreign.put("type", type);
        foreign.put("name", name);
        parts.add(NftJson.object("xt", foreign));
    }

    /** Parted at blanks, but not within quotation marks. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        words.removeIf(String::isEmpty);
        return words;
    }
}
