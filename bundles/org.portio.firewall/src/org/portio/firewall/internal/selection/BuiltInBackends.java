// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.Contribution;
import org.portio.core.system.OperatingSystem;
import org.portio.firewall.internal.firewalld.FirewalldBackend;
import org.portio.firewall.internal.iptables.IptablesBackend;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.pf.PfBackend;
import org.portio.firewall.internal.system.SystemPrograms;
import org.portio.firewall.internal.ufw.UfwBackend;
import org.portio.firewall.internal.windows.NetSecurityBackend;
import org.portio.firewall.internal.windows.NetshBackend;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.ContributedBackend;

/** Knows which backends PortIO brings, and in which order they and those of other bundles are preferred. */
public final class BuiltInBackends {

    private BuiltInBackends() {}

    /**
     * PortIO's own backends and those of other bundles, the highest ranking first: OSGi promises no order. Each of the others
     * is guarded against its faults.
     *
     * @param services the others, with their properties
     */
    public static List<FirewallBackend> withContributed(
            List<Map.Entry<Map<String, Object>, FirewallBackend>> services) {
        return byRanking(own(SystemPrograms.ofSystem()), services);
    }

    /** One of PortIO's own, and its rank among all. */
    record Ranked(int ranking, FirewallBackend backend) {}

    /** Returns PortIO's own and those of OSGi services, each of which is guarded against its faults; the highest ranking first. */
    public static List<FirewallBackend> byRanking(
            List<Ranked> own, List<Map.Entry<Map<String, Object>, FirewallBackend>> services) {
        return ranked(
                own,
                services.stream()
                        .map(service ->
                                new ServiceBackend(new Contribution<>(service.getValue(), ranking(service.getKey()))))
                        .toList());
    }

    private static List<FirewallBackend> ranked(List<Ranked> own, List<? extends ContributedBackend> others) {
        Stream<Ranked> contributed = others.stream()
                .flatMap(other ->
                        GuardedBackend.of(other).stream().map(guarded -> new Ranked(other.ranking(), guarded)));
        return Stream.concat(own.stream(), contributed)
                // Not by Comparator's own methods: Java's cache leaves out the classes that these make.
                .sorted((a, b) -> Integer.compare(b.ranking(), a.ranking()))
                .map(Ranked::backend)
                .toList();
    }

    private static int ranking(Map<String, Object> properties) {
        return properties.get("service.ranking") instanceof Integer number ? number : 0;
    }

    /** Lists PortIO's own backends, with their programs run by this runner, and others; the preferred ones first. */
    public static List<FirewallBackend> over(CommandRunner runner, List<ContributedBackend> others) {
        return ranked(own(runner), others);
    }

    /** Returns the one place that says which there are, and which is preferred: the first two ranks are those that each system has. */
    private static List<Ranked> own(CommandRunner runner) {
        String os = OperatingSystem.name();
        Path root = Path.of("/");
        return List.of(
                new Ranked(100, new NftBackend(runner)),
                new Ranked(100, new NetSecurityBackend(runner, os)),
                new Ranked(100, new PfBackend(runner, os, PfBackend.TOKEN_FILE)),
                new Ranked(50, new IptablesBackend(runner)),
                new Ranked(50, new NetshBackend(runner, os)),
                new Ranked(0, new UfwBackend(runner, root)),
                new Ranked(0, new FirewalldBackend(runner, root)));
    }
}
