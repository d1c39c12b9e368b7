// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portio.core.CommandRunner;
import org.portio.core.Contribution;
import org.portio.core.Places;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.Elevation;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallBackend;

/** Puts the firewall's parts together. */
public final class FirewallFactory {

    private FirewallFactory() {}

    /** See {@link org.portio.firewall.Firewalls#over}. */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Elevation elevation, Places places) {
        Backends chosen = new SelectedBackends(new BackendSelection(backends, elevation), () -> chosenName, true);
        return new JournaledFirewall(chosen, chosen, places);
    }

    /** See {@link org.portio.firewall.Firewalls#atHand}. */
    public static Firewall atHand(List<FirewallBackend> backends, Places places) {
        Backends found = automatic(backends, null, null);
        return new JournaledFirewall(found, found, places);
    }

    /**
     * With the workbench's choice, asked anew each time; without one, or where it is empty, the first backend that works
     * is taken.
     *
     * @param elevation how to come by privileges where they are missing; null to look with those at hand
     */
    static Backends automatic(List<FirewallBackend> backends, BackendChoice choice, Elevation elevation) {
        Supplier<String> name = () -> choice == null || choice.backend().isEmpty() ? null : choice.backend();
        return new SelectedBackends(new BackendSelection(backends, elevation), name, false);
    }

    /**
     * PortIO's own backends and those of other bundles, the highest ranking first: OSGi promises no order. Each of the others
     * is guarded against its faults.
     *
     * @param services the others, with their properties
     */
    static List<FirewallBackend> withContributed(List<Map.Entry<Map<String, Object>, FirewallBackend>> services) {
        return byRanking(own(SystemPrograms.ofSystem()), services);
    }

    /** One of PortIO's own, and where it stands among all. */
    record Ranked(int ranking, FirewallBackend backend) {}

    static List<FirewallBackend> byRanking(
            List<Ranked> own, List<Map.Entry<Map<String, Object>, FirewallBackend>> services) {
        Stream<Ranked> contributed = services.stream()
                .map(service -> new Contribution<>(service.getValue(), ranking(service.getKey())))
                .flatMap(service ->
                        GuardedBackend.of(service).stream().map(guarded -> new Ranked(service.ranking(), guarded)));
        return Stream.concat(own.stream(), contributed)
                .sorted(Comparator.comparingInt(one -> -one.ranking()))
                .map(Ranked::backend)
                .toList();
    }

    private static int ranking(Map<String, Object> properties) {
        return properties.get("service.ranking") instanceof Integer number ? number : 0;
    }

    /** By the command line beside the workbench, whose start script says where it is. */
    static Elevation elevationOfSystem() {
        String program = System.getProperty("portio.program");
        return Elevation.ofSystem(program == null ? null : Path.of(program));
    }

    /** See {@link org.portio.firewall.Firewalls#backendsOfSystem}. */
    public static List<FirewallBackend> backendsOfSystem() {
        return backendsOver(SystemPrograms.ofSystem());
    }

    /** See {@link org.portio.firewall.Firewalls#backendsOver}. */
    public static List<FirewallBackend> backendsOver(CommandRunner runner) {
        return byRanking(own(runner), List.of());
    }

    /** The one place that says which there are, and which is preferred: the first two ranks are those that each system has. */
    private static List<Ranked> own(CommandRunner runner) {
        String os = System.getProperty("os.name");
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
