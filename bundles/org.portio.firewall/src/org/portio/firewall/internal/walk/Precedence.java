// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.ruleset.Chain;
import org.portio.firewall.internal.ruleset.IptablesSave;
import org.portio.firewall.internal.ruleset.Rule;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.firewall.internal.walk.Packet.Side;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;

/**
 * Tells whether packets come to a block at all: a rule of somebody else that stands before it, in its chain or in the one that
 * leads there, may accept them first. The conditions of the block itself are not looked at.
 */
public final class Precedence {

    private static final Side ANYBODY = Side.of(null);
    private static final JsonArray DROP =
            JsonArray.of(List.of("drop"), name -> new JsonObject().put(name, JsonNull.INSTANCE));

    private final Ruleset rules;
    private final List<AddressFamily> families;

    private Precedence(Ruleset rules, AddressFamily... families) {
        this.rules = rules;
        this.families = List.of(families);
    }

    /** Creates one from what {@code nft -j list} prints. */
    public static Precedence ofNft(String json) {
        return new Precedence(Ruleset.parse(json), AddressFamily.values());
    }

    /** Creates one from what {@code iptables-save} or {@code ip6tables-save} prints, with counters or without. */
    public static Precedence ofIptables(AddressFamily family, String saved) {
        boolean ipv4 = family == AddressFamily.IPV4;
        Ruleset rules = new Ruleset();
        IptablesSave.parse(
                        ipv4 ? "ip" : "ip6",
                        ipv4 ? "iptables" : "ip6tables",
                        saved.replaceAll("(?m)^\\[\\d+:\\d+] ", ""))
                .forEach(rules::add);
        return new Precedence(rules, family);
    }

    /** Returns the first rule that lets some of a block's packets get by, and where it is; an empty result if none does. */
    public Optional<String> overriding(RuleTag tag, Terms terms) {
        Set<String> own = new HashSet<>();
        Ruleset before = rules.with(chain -> upTo(tag, chain, own));
        boolean early =
                before.chains().stream().anyMatch(chain -> "prerouting".equals(chain.hook()) && leadsTo(own, chain));
        return before.chains().stream()
                .filter(chain -> !chain.hook().isEmpty() && leadsTo(own, chain))
                .filter(chain -> !early || !isSecond(chain, tag, terms))
                .flatMap(chain -> packets(chain, tag, terms).flatMap(packet -> letBy(before, chain, packet).stream()))
                .findFirst();
    }

    /** Returns the chain with the rules of others before the last of this block's, and instead of that one that refuses all. */
    private static Chain upTo(RuleTag tag, Chain chain, Collection<String> own) {
        List<Rule> others = new ArrayList<>();
        List<Rule> kept = null;
        for (Rule rule : chain.rules()) {
            Optional<RuleTag> its = RuleTag.parse(rule.comment());
            if (its.isEmpty()) {
                others.add(rule);
            } else if (its.get().id().equals(tag.id())) {
                kept = new ArrayList<>(others);
                kept.add(new Rule(rule.handle(), rule.text(), rule.comment(), DROP));
            }
        }
        if (kept != null) {
            own.add(chain.key());
        }
        return chain.with(kept == null ? others : kept);
    }

    /** Returns whether a chain before this one has dropped all packets, if it has the block, too: what is sent to groups exists only of UDP. */
    private static boolean isSecond(Chain chain, RuleTag tag, Terms terms) {
        return "input".equals(chain.hook()) && terms.verdict() == Verdict.DROP && tag.protocol() == Protocol.TCP;
    }

    private static boolean leadsTo(Set<String> own, Chain chain) {
        return own.contains(chain.key())
                || chain.rules().stream()
                        .flatMap(rule -> rule.statements().stream())
                        .filter(statement -> "jump".equals(statement.getKey()))
                        .map(statement -> Ruleset.text(statement.getValue().asObject(), "target"))
                        .anyMatch(target -> own.contains(chain.key(target)));
    }

    private static Optional<String> letBy(Ruleset rules, Chain chain, Packet packet) {
        List<Remark> remarks = new ArrayList<>();
        Set<End> ends = new ChainWalk(rules, packet, remarks).through(chain);
        return ends.equals(Set.of(End.REFUSED))
                ? Optional.empty()
                : Optional.of(remarks.stream()
                        .filter(remark -> remark.end() != End.REFUSED)
                        .map(Remark::evidence)
                        .findFirst()
                        .orElse(chain.place() + ": a rule from which packets return"));
    }

    /** Returns one of each kind of packets that the block is about and that come to the chain. */
    private Stream<Packet> packets(Chain chain, RuleTag tag, Terms terms) {
        boolean leaves = "output".equals(chain.hook());
        // NAT of what leaves matters to ports of this machine only if the packets stay within it.
        List<Match> loops = leaves && chain.isNat()
                ? List.of(Match.YES)
                : terms.loopback() ? List.of(Match.NO, Match.YES) : List.of(Match.NO);
        boolean opening = chain.isNat() || tag.protocol() == Protocol.TCP && !terms.cutExisting();
        List<String> states = opening ? List.of("new", "untracked") : List.of("new", "established", "untracked");
        return families.stream()
                .flatMap(family -> states.stream()
                        .flatMap(state -> loops.stream()
                                .map(loop -> new Packet(
                                        tag.protocol(),
                                        family,
                                        ANYBODY,
                                        Side.of(tag.ports()),
                                        state,
                                        "new".equals(state) || opening ? TcpFlags.OPENING : TcpFlags.OPEN,
                                        !leaves,
                                        loop))));
    }
}
