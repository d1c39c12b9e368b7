// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.ruleset.Chain;
import org.portio.firewall.internal.ruleset.Ruleset;

/**
 * The fate of some traffic.
 *
 * @param remarks of the rules that have a say in it, in the order in which packets come to them; empty for
 *     {@link Answer#OPEN}
 */
public record Verdict(Answer answer, List<Remark> remarks) {

    private static final List<String> HOOKS =
            List.of("ingress", "prerouting", "input", "output", "postrouting", "egress");

    /** Creates one by these rules, on a machine with these addresses. */
    public static Verdict on(Traffic traffic, Ruleset rules, List<InetAddress> own) {
        List<Chain> chains = rules.chains().stream()
                .filter(chain -> HOOKS.contains(chain.hook()))
                .sorted(Comparator.comparing((Chain chain) -> HOOKS.indexOf(chain.hook()))
                        .thenComparing(Chain::priority))
                .toList();
        return new Judge(rules, chains).judge(Leg.of(traffic, own));
    }

    /** Collects what the chains say, one after the other. */
    private static final class Judge {
        private final Ruleset rules;
        private final List<Chain> chains;
        private final List<Remark> remarks = new ArrayList<>();
        private boolean mayBeElsewhere;
        private boolean isUncertain;

        Judge(Ruleset rules, List<Chain> chains) {
            this.rules = rules;
            this.chains = chains;
        }

        Verdict judge(List<Leg> legs) {
            for (Leg leg : legs) {
                for (Chain chain : chains) {
                    Answer answer = leg.passes(chain) ? pass(chain, leg) : Answer.OPEN;
                    if (answer != Answer.OPEN) {
                        return verdict(answer);
                    }
                }
            }
            return verdict(isUncertain ? Answer.UNKNOWN : Answer.OPEN);
        }

        /** Goes through one chain; what is said of the packet there for all ways that it may go, or OPEN. */
        private Answer pass(Chain chain, Leg leg) {
            List<Remark> found = new ArrayList<>();
            Set<End> ends = new ChainWalk(rules, leg.packet(), found).through(chain);
            if (Leg.isOptional(chain)) {
                ends.add(End.ACCEPTED);
                found.replaceAll(Remark::onSomeInterface);
            }
            boolean isDecided = ends.size() == 1;
            found.removeIf(remark -> remark.end() == End.ACCEPTED
                    && (!ends.contains(End.REFUSED) || remark.doubts().isEmpty()));
            remarks.addAll(found);
            if (isDecided && ends.contains(End.TURNED)) {
                return mayBeElsewhere ? Answer.UNKNOWN : Answer.TURNED;
            }
            if (isDecided && ends.contains(End.REFUSED)) {
                return mayBeElsewhere ? Answer.UNKNOWN : Answer.BLOCKED;
            }
            mayBeElsewhere |= ends.contains(End.TURNED) || ends.contains(End.UNCLEAR);
            isUncertain |= !isDecided || mayBeElsewhere;
            return Answer.OPEN;
        }

        private Verdict verdict(Answer answer) {
            return new Verdict(answer, relevant(answer));
        }

        /** Beside a refusal that is certain, one that may be is of no interest. */
        private List<Remark> relevant(Answer answer) {
            boolean isRefused = answer == Answer.BLOCKED && remarks.stream().anyMatch(Judge::isCertainRefusal);
            return switch (answer) {
                case OPEN -> List.of();
                case BLOCKED ->
                    remarks.stream()
                            .filter(remark -> !isRefused || isCertainRefusal(remark))
                            .toList();
                case TURNED ->
                    remarks.stream()
                            .filter(remark -> remark.end() == End.TURNED)
                            .toList();
                case UNKNOWN -> List.copyOf(remarks);
            };
        }

        private static boolean isCertainRefusal(Remark remark) {
            return remark.end() == End.REFUSED && remark.certain();
        }
    }
}
