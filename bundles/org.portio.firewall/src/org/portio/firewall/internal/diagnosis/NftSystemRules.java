// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.Outlook;
import org.portio.firewall.SystemRules;
import org.portio.firewall.internal.ruleset.RulesReader;
import org.portio.firewall.internal.system.SystemPrograms;

/** Rules of nftables and of both kinds of iptables. */
@Component
public final class NftSystemRules implements SystemRules {

    /** The thread's own, which is there also if {@code /proc} shows processes only (subset=pid). */
    static final Path PROC = Path.of("/proc/thread-self/net");

    private final RulesReader reader;

    @Activate
    public NftSystemRules() {
        this(SystemPrograms.ofSystem(), PROC);
    }

    /** Creates one with programs run by this runner, and the names of iptables' tables below this directory. */
    public NftSystemRules(CommandRunner runner, Path proc) {
        reader = new RulesReader(runner, proc);
    }

    @Override
    public Outlook outlook() {
        return new RulesOutlook(reader.read());
    }
}
