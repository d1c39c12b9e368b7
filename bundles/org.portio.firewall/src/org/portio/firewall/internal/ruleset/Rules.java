// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Outlook.Judgement;
import org.portio.firewall.Traffic;

/** The rules of the system's firewall at one moment, and what of them could not be read. */
public final class Rules {

    private final Ruleset ruleset;
    private final List<Gap> gaps;
    private final List<InetAddress> own;

    /** Creates those of a machine with these addresses. */
    Rules(Ruleset ruleset, List<Gap> gaps, List<InetAddress> own) {
        this.own = own;
        this.ruleset = ruleset;
        this.gaps = gaps;
    }

    /** Returns what they do with packets. Each answer is worked out once: a view asks for the same few ports again and again. */
    public Outlook outlook() {
        Map<Traffic, Judgement> known = new ConcurrentHashMap<>();
        return traffic -> known.computeIfAbsent(traffic, this::judge);
    }

    private Judgement judge(Traffic traffic) {
        Verdict verdict = verdict(traffic);
        if (verdict.answer() == Answer.OPEN && !gaps.isEmpty()) {
            return new Judgement(Answer.UNKNOWN, gaps.stream().map(Gap::text).collect(Collectors.joining("; ")));
        }
        return new Judgement(verdict.answer(), reason(verdict));
    }

    Verdict verdict(Traffic traffic) {
        return Verdict.on(traffic, ruleset, own);
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** Returns what they mean for a service at a port. */
    public List<Finding> findings(Question question) {
        return new PortFindings(this, question).list();
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
