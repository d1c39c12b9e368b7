// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.CommandRunner;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.diagnosis.Question;
import org.portio.firewall.RuleTag;

/**
 * Rules of nftables, those made by iptables-nft and others among them, that name a port: who drops it, and who turns it to
 * another place. Only what a rule says itself is told, and nothing where this user may not see the rules.
 */
@Component(service = FindingProvider.class)
public final class FirewallFindings implements FindingProvider {

    private final CommandRunner runner;

    @Activate
    public FirewallFindings() {
        this(CommandRunner.ofSystem());
    }

    public FirewallFindings(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public List<Finding> find(Question question) {
        return NftRuleset.read(runner).stream()
                .flatMap(rules -> new NftPortRules(rules).about(question.port(), question.protocol()).stream())
                .map(rule -> finding(question, rule))
                .toList();
    }

    private static Finding finding(Question question, NftPortRules.PortRule rule) {
        boolean own = RuleTag.parse(rule.comment()).isPresent();
        String port = question.protocol() + " " + question.port();
        String some = rule.isConditional() && !own ? " under further conditions" : "";
        String what = rule.redirects()
                ? "a NAT rule turns " + port + " to another place" + some
                        + ": clients from outside reach that, whoever binds the port here"
                : (own ? "PortIO blocks " : "a firewall rule blocks ") + port + some
                        + ": a service gets the port, and clients from outside do not get through";
        return new Finding(
                rule.redirects() ? Kind.REDIRECT : Kind.FIREWALL,
                Weight.WARNS,
                what,
                rule.place() + ": " + rule.text(),
                own ? "portio unblock " + rule.ports() + " " + question.protocol() : "sudo nft list " + rule.place(),
                rule.isConditional() && !own);
    }
}
