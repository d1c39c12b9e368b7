// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.diagnosis.Question;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.SparedByBundles;
import org.portio.core.process.SparedProcess;
import org.portio.core.system.Contributions;

/** Tries to bind the port, looks for the reasons at hand, and asks the others who may know some. */
@Component(service = Diagnoser.class)
public final class PortDiagnoser implements Diagnoser {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ConnectionMonitor monitor;
    private final Contributions<FindingProvider> providers = new Contributions<>(LIMIT);
    private final SparedProcess spared;
    private final SystemFindings system = SystemFindings.ofSystem();
    private final ExcludedPorts excluded = ExcludedPorts.ofSystem();

    @Activate
    public PortDiagnoser(@Reference ConnectionMonitor monitor, @Reference SparedByBundles spared) {
        this(monitor, List.of(), spared);
    }

    /**
     * Returns one that asks these, too.
     *
     * @param spared processes that PortIO never ends
     */
    public PortDiagnoser(ConnectionMonitor monitor, List<FindingProvider> providers, SparedProcess spared) {
        this.monitor = monitor;
        this.spared = spared;
        providers.forEach(provider -> addProvider(provider, Map.of()));
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addProvider(FindingProvider provider, Map<String, Object> properties) {
        providers.add(provider, properties);
    }

    void removeProvider(FindingProvider provider) {
        providers.remove(provider);
    }

    @Override
    public Diagnosis diagnose(int port, Protocol protocol, String address) throws ConnectionException {
        Look look = look(port, protocol, address);
        if (look.sockets().isUnexplained()) {
            // Somebody may have taken the port between the list and the trial.
            look = look(port, protocol, address);
        }
        Question question = look.sockets().question();
        List<Finding> findings = new ArrayList<>(look.sockets().find());
        findings.addAll(system.find(question, look.sockets().tries()));
        findings.addAll(excluded.find(question));
        findings.addAll(IpvsFindings.ofSystem().find(question));
        findings.addAll(new NamespaceFindings(monitor).find(question));
        List<Finding> others = ask(question);
        if (others.stream().anyMatch(finding -> finding.kind() == Kind.RESERVATION)) {
            // It says whose the bound socket is, and what to do about it.
            findings.removeIf(finding -> finding.kind() == Kind.BOUND || finding.kind() == Kind.HIDDEN);
        }
        findings.addAll(others);
        findings.sort(Comparator.comparing(Finding::weight).thenComparing(finding -> !OwnHold.isOne(finding)));
        return new Diagnosis(port, protocol, look.scopes(others, spared), findings);
    }

    private record Look(SocketFindings sockets, Scopes scopes) {

        List<BindScope> scopes(List<Finding> found, SparedProcess spared) {
            Optional<OwnHold> own = OwnHold.of(found, scopes.sockets(), spared);
            return sockets.tries().stream()
                    .map(attempt -> scopes.scope(attempt, own))
                    .toList();
        }
    }

    private Look look(int port, Protocol protocol, String address) throws ConnectionException {
        Question question = new Question(port, protocol, address, OwnHold.withSockets(monitor.snapshot()));
        PortSockets all = PortSockets.of(question);
        PortSockets sockets = address.isEmpty() ? all : all.at(UnknownAddressException.parse(address, port));
        Scopes scopes = new Scopes(question, sockets);
        List<Scopes.Try> tries = scopes.tries();
        return new Look(
                new SocketFindings(
                        question, sockets, tries, monitor, process -> ProcessEnder.refusal(process, spared::refusal)),
                scopes);
    }

    private List<Finding> ask(Question question) {
        return providers.ask(provider -> usable(provider.find(question))).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Leaves out findings that lack a required part, which is the fault of their contributor. */
    private static List<Finding> usable(List<Finding> found) {
        List<Finding> copy = List.copyOf(found);
        for (Finding finding : copy) {
            Stream.of(finding.kind(), finding.weight(), finding.what(), finding.evidence(), finding.remedy())
                    .forEach(Objects::requireNonNull);
        }
        return copy;
    }
}
