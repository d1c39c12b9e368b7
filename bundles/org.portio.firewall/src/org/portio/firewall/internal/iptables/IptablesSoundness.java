// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portio.firewall.Direction;
import org.portio.firewall.internal.iptables.IptablesRules.Chain;
import org.portio.firewall.internal.iptables.IptablesRules.Line;
import org.portio.firewall.internal.iptables.IptablesState.Tagged;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.RuleTag;

/** Checks whether PortIO's lines still block what their tags say, on both families. */
record IptablesSoundness(IptablesState ipv4, IptablesState ipv6) {

    /** All that PortIO writes. */
    private static final Set<String> OPTIONS = Set.of(
            "-i",
            "-o",
            "-p",
            "-m",
            "-j",
            "--dport",
            "--tcp-flags",
            "--ctdir",
            "--ctstate",
            "--dst-type",
            "--datestop",
            "--comment",
            "--reject-with");

    boolean isWhole(RuleTag tag) {
        Set<Chain> chains4 = inForce(ipv4, tag);
        Set<Chain> needed = new TreeSet<>();
        for (Direction way : Requests.ways(tag.direction())) {
            needed.add(way == Direction.INBOUND ? Chain.IN : Chain.OUT);
        }
        return chains4.containsAll(needed)
                && chains4.equals(inForce(ipv6, tag))
                && isPublishedOnesToo(tag, chains4)
                && isSound(ipv4, tag)
                && isSound(ipv6, tag);
    }

    /** Inbound is blocked in a second place, too: before or instead of publishing. */
    private static boolean isPublishedOnesToo(RuleTag tag, Set<Chain> chains) {
        return tag.direction() == Direction.OUTBOUND || chains.contains(Chain.PRE) || chains.contains(Chain.NAT);
    }

    /** Returns the chains with lines of this block to which the system's chains lead. */
    private static Set<Chain> inForce(IptablesState state, RuleTag tag) {
        return lines(state, tag).stream()
                .map(Line::chain)
                .filter(chain -> state.jumps(chain) > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isSound(IptablesState state, RuleTag tag) {
        List<Line> lines = lines(state, tag);
        return lines.stream().allMatch(line -> isSound(line, tag)) && areComplete(lines);
    }

    private static boolean isSound(Line line, RuleTag tag) {
        String text = line.text() + " ";
        boolean blocks = text.contains(" -j DROP ") || text.contains(" -j REJECT ");
        String ports = " --dport " + tag.ports().toString().replace('-', ':') + " ";
        return text.contains("-p " + tag.protocol().label() + " ")
                && text.contains(ports)
                && !text.contains(" !" + ports)
                && (line.chain().blocks() ? blocks : text.contains(" -j ACCEPT "))
                && Arrays.stream(text.split(" ")).allMatch(word -> !word.startsWith("-") || OPTIONS.contains(word));
    }

    /** A line about tracked packets has one about the others beside it. */
    private static boolean areComplete(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.text().contains("--ctdir "))
                .allMatch(line -> lines.stream()
                        .anyMatch(other ->
                                other.chain() == line.chain() && other.text().contains("UNTRACKED")));
    }

    private static List<Line> lines(IptablesState state, RuleTag tag) {
        return state.tagged().stream()
                .filter(line -> line.tag().id().equals(tag.id()))
                .map(Tagged::line)
                .toList();
    }
}
