// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.diagnosis.Question;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.internal.ruleset.RulesReader;
import org.portio.firewall.internal.system.SystemPrograms;

/**
 * Rules of the firewall that matter to a port, whoever made them: which of them refuse its packets, which turn them to
 * another place, and which cannot be judged.
 */
@Component(service = FindingProvider.class)
public final class FirewallFindings implements FindingProvider {

    private final RulesReader reader;

    @Activate
    public FirewallFindings() {
        this(SystemPrograms.ofSystem(), NftSystemRules.PROC);
    }

    /** Creates one with programs run by this runner, and the names of iptables' tables below this directory. */
    public FirewallFindings(CommandRunner runner, Path proc) {
        reader = new RulesReader(runner, proc);
    }

    @Override
    public List<Finding> find(Question question) {
        return new PortFindings(reader.read(), question).list();
    }
}
