// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portio.core.Failure;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contribution.Answer;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;

/** A backend that another bundle has published: whatever it throws is a failure of that backend, and of no other. */
public final class GuardedBackend implements FirewallBackend {

    private static final Duration LIMIT_OF_NAME = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** ufw and firewalld load all of their rules anew. */
    private static final Duration LIMIT_OF_CHANGE = Duration.ofMinutes(3);

    /** The answer of a backend, or its reason for refusing. */
    private record Reply<T>(T value, FirewallException refusal) {}

    /** A question that it may refuse. */
    @FunctionalInterface
    private interface Question<T> {
        T to(FirewallBackend backend) throws FirewallException;
    }

    private final Contribution<FirewallBackend> backend;
    private final String name;

    private GuardedBackend(Contribution<FirewallBackend> backend, String name) {
        this.backend = backend;
        this.name = name;
    }

    /** Around this one; nothing if it does not even tell its name. */
    static Optional<FirewallBackend> of(Contribution<FirewallBackend> backend) {
        Answer<String> name = backend.ask(LIMIT_OF_NAME, FirewallBackend::name);
        return Optional.ofNullable(name.or(null)).map(known -> new GuardedBackend(backend, known));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAutomatic() {
        return backend.ask(LIMIT, FirewallBackend::isAutomatic).or(false);
    }

    @Override
    public Availability availability() {
        return backend.ask(LIMIT, GuardedBackend::completeAvailability)
                .or(new Availability(
                        Availability.Status.ABSENT, "the backend '" + name + "' does not answer", "see the log"));
    }

    private static Availability completeAvailability(FirewallBackend asked) {
        Availability availability = asked.availability();
        Objects.requireNonNull(availability.status());
        Objects.requireNonNull(availability.message());
        return withoutElevation(availability);
    }

    @Override
    public Set<Capability> capabilities() {
        return backend.ask(LIMIT, asked -> Set.copyOf(asked.capabilities())).or(Set.of());
    }

    @Override
    public boolean mayHaveRules() {
        return backend.ask(LIMIT, FirewallBackend::mayHaveRules).or(false);
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return ask(LIMIT, asked -> List.copyOf(asked.list()));
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        return ask(LIMIT, asked -> List.copyOf(asked.plan(change)));
    }

    @Override
    public void apply(Change change) throws FirewallException {
        ask(LIMIT_OF_CHANGE, asked -> {
            asked.apply(change);
            return true;
        });
    }

    private <T> T ask(Duration limit, Question<T> question) throws FirewallException {
        Answer<Reply<T>> answer = backend.ask(limit, asked -> {
            try {
                return new Reply<>(question.to(asked), null);
            } catch (FirewallException e) {
                return new Reply<>(null, e);
            }
        });
        if (answer.fault() != null) {
            throw new FirewallException(
                    Failure.of(FirewallException.Kind.FAILED, "the backend '" + name + "' failed", "see the log"));
        }
        if (answer.value().refusal() != null) {
            throw answer.value().refusal();
        }
        return answer.value().value();
    }

    /** See {@link org.portio.firewall.wiring.Firewalls#withoutElevation}. */
    public static Availability withoutElevation(Availability said) {
        return said.status() != Availability.Status.NO_PERMISSION
                ? said
                : new Availability(
                        said.status(),
                        said.message()
                                + "; it comes from another bundle, and PortIO never asks for a password to run"
                                + " such a backend",
                        "start PortIO with the rights that it needs, or choose another one");
    }
}
