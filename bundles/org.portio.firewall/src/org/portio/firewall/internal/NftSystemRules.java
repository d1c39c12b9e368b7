// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.AddressFamily;
import org.portio.core.CommandRunner;
import org.portio.core.Protocol;
import org.portio.firewall.Outlook;
import org.portio.firewall.SystemRules;

/**
 * Rules of nftables, those made by iptables-nft among them. The older iptables has tables of its own, which nft does not
 * list: where it is in use, no port is said to be open.
 */
@Component
public final class NftSystemRules implements SystemRules {

    private record Asked(Protocol protocol, AddressFamily family, int port) {}

    private final CommandRunner runner;
    private final Path proc;

    @Activate
    public NftSystemRules() {
        this(CommandRunner.ofSystem(), Path.of("/proc/net"));
    }

    /** With nft run by this runner, and the names of iptables' tables below this directory. */
    public NftSystemRules(CommandRunner runner, Path proc) {
        this.runner = runner;
        this.proc = proc;
    }

    @Override
    public Outlook outlook() {
        return NftRuleset.read(runner).map(this::outlook).orElse(Outlook.UNKNOWN);
    }

    /** Each answer is worked out once: a view asks for the same few ports again and again. */
    private Outlook outlook(NftRuleset rules) {
        boolean more = Stream.of("ip_tables_names", "ip6_tables_names").anyMatch(this::namesTables);
        Map<Asked, Outlook.Answer> answers = new ConcurrentHashMap<>();
        return (protocol, family, port) ->
                answers.computeIfAbsent(new Asked(protocol, family, port), asked -> answer(rules, asked, more));
    }

    /** The packet that asks for a connection must get through, and those that follow it. */
    private static Outlook.Answer answer(NftRuleset rules, Asked asked, boolean more) {
        List<Outlook.Answer> answers = Stream.of("new", "established")
                .map(state -> new NftPacket(asked.protocol(), asked.family(), asked.port(), state))
                .map(packet -> new NftPath(rules, packet).answer())
                .toList();
        if (answers.contains(Outlook.Answer.BLOCKED)) {
            return Outlook.Answer.BLOCKED;
        }
        return more || answers.contains(Outlook.Answer.UNKNOWN) ? Outlook.Answer.UNKNOWN : Outlook.Answer.OPEN;
    }

    private boolean namesTables(String file) {
        try {
            return !Files.readString(proc.resolve(file)).isBlank();
        } catch (IOException _) {
            return false; // this kernel has never had any
        }
    }
}
