// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.firewall.Traffic.Origin;
import org.portio.firewall.internal.ruleset.Gap;
import org.portio.firewall.internal.ruleset.Rules;
import org.portio.firewall.internal.walk.End;
import org.portio.firewall.internal.walk.Remark;
import org.portio.firewall.internal.walk.Verdict;

/** Finds what rules mean for a service that binds a port: each is reported once, for all packets that it concerns. */
public final class PortFindings {

    private final Rules rules;
    private final Question question;
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final List<Remark> accepting = new ArrayList<>();

    public PortFindings(Rules rules, Question question) {
        this.rules = rules;
        this.question = question;
    }

    public List<Finding> list() {
        for (Traffic traffic : traffics()) {
            Verdict verdict = Verdict.on(traffic, rules.ruleset(), rules.own());
            if (verdict.answer() != Answer.OPEN) {
                verdict.remarks().forEach(remark -> take(remark, traffic));
            }
        }
        List<Finding> findings = new ArrayList<>();
        told.values().forEach(one -> findings.add(one.finding(question, acceptedBefore(one.first()))));
        rules.gaps().forEach(gap -> findings.add(unread(gap)));
        return findings;
    }

    private void take(Remark remark, Traffic traffic) {
        if (remark.end() == End.ACCEPTED) {
            accepting.add(remark);
        } else {
            String same = remark.end() + " " + remark.certain() + " " + remark.namesPort() + " " + remark.evidence();
            told.computeIfAbsent(same, _ -> new Told(remark)).add(traffic);
        }
    }

    private Collection<Remark> acceptedBefore(Remark refusing) {
        Map<String, Remark> before = new LinkedHashMap<>();
        accepting.stream()
                .filter(remark -> remark.base().key().equals(refusing.base().key()))
                .forEach(remark -> before.putIfAbsent(remark.evidence(), remark));
        return before.values();
    }

    private Finding unread(Gap gap) {
        String port = question.protocol() + " " + question.port();
        return new Finding(
                Kind.FIREWALL,
                Weight.TELLS,
                "cannot tell whether a firewall keeps clients from " + port + ": the rules of " + gap.of()
                        + " could not be read",
                gap.reason(),
                "",
                false);
    }

    /** Returns the traffic from other machines, followed by that from this one. */
    private List<Traffic> traffics() {
        InetAddress address = address();
        if (address == null || address.isAnyLocalAddress()) {
            return Stream.of(Origin.ELSEWHERE, Origin.HERE)
                    .flatMap(origin -> Stream.of(AddressFamily.values()).map(family -> anyAddress(origin, family)))
                    .toList();
        }
        Traffic direct = Traffic.to(question.protocol(), new Endpoint(address, question.port()));
        Traffic within = new Traffic(Origin.HERE, direct.protocol(), direct.family(), direct.local(), direct.remote());
        return direct.equals(within) ? List.of(within) : List.of(direct, within);
    }

    private Traffic anyAddress(Origin origin, AddressFamily family) {
        return origin == Origin.HERE
                ? Traffic.within(question.protocol(), family, question.port())
                : Traffic.arriving(question.protocol(), family, question.port());
    }

    /** Returns the address that the service binds; null for any. */
    private InetAddress address() {
        try {
            return question.address().isEmpty() ? null : Addresses.parse(question.address());
        } catch (IllegalArgumentException _) {
            return null; // such as *
        }
    }

    /** One rule with all packets that it concerns. */
    static final class Told {
        private final Remark first;
        private final Set<AddressFamily> families = EnumSet.noneOf(AddressFamily.class);
        private final Set<Origin> origins = EnumSet.noneOf(Origin.class);

        private Told(Remark first) {
            this.first = first;
        }

        private void add(Traffic traffic) {
            families.add(traffic.family());
            origins.add(traffic.origin());
        }

        Remark first() {
            return first;
        }

        private Finding finding(Question question, Collection<Remark> acceptedBefore) {
            boolean onlyOne = families.size() == 1 && question.address().isEmpty();
            String over = !onlyOne ? "" : families.contains(AddressFamily.IPV4) ? " over IPv4" : " over IPv6";
            String clients =
                    origins.contains(Origin.ELSEWHERE) ? "clients on other machines" : "clients on this machine";
            String port = question.protocol() + " " + question.port() + over;
            return new FindingText(first, port, clients, acceptedBefore).finding(question.protocol());
        }
    }
}
