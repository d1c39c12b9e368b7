// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.firewall.Outlook;
import org.portio.firewall.Traffic;
import org.portio.firewall.internal.ruleset.Gap;
import org.portio.firewall.internal.ruleset.Rules;
import org.portio.firewall.internal.walk.Doubt;
import org.portio.firewall.internal.walk.End;
import org.portio.firewall.internal.walk.Remark;
import org.portio.firewall.internal.walk.Verdict;

/**
 * Tells what the rules do with packets. Each answer is worked out once: a view asks for the same few ports again and again.
 */
public final class RulesOutlook implements Outlook {

    private final Rules rules;
    private final Map<Traffic, Judgement> known = new ConcurrentHashMap<>();

    public RulesOutlook(Rules rules) {
        this.rules = rules;
    }

    @Override
    public Judgement of(Traffic traffic) {
        return known.computeIfAbsent(traffic, this::judge);
    }

    private Judgement judge(Traffic traffic) {
        Verdict verdict = Verdict.on(traffic, rules.ruleset(), rules.own());
        if (verdict.answer() == Answer.OPEN && !rules.gaps().isEmpty()) {
            return new Judgement(
                    Answer.UNKNOWN, rules.gaps().stream().map(Gap::text).collect(Collectors.joining("; ")));
        }
        return new Judgement(verdict.answer(), reason(verdict));
    }

    private static String reason(Verdict verdict) {
        Optional<Remark> decisive = decisive(verdict.remarks());
        if (decisive.isEmpty()) {
            return "";
        }
        Remark remark = decisive.get();
        boolean isUncertain =
                verdict.answer() == Answer.UNKNOWN && !remark.doubts().isEmpty();
        return (isUncertain ? Doubt.text(remark.doubts()) + "; " : "") + remark.evidence();
    }

    /**
     * Picks the decisive remark: first what is not understood, then what redirects packets, then what accepts or
     * refuses some.
     */
    private static Optional<Remark> decisive(List<Remark> remarks) {
        return Stream.<Optional<Remark>>of(
                        first(remarks, End.UNCLEAR),
                        first(remarks, End.TURNED),
                        remarks.stream().filter(remark -> !remark.isLastWord()).findFirst(),
                        remarks.stream().findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Remark> first(List<Remark> remarks, End end) {
        return remarks.stream().filter(remark -> remark.end() == end).findFirst();
    }
}
