// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.PlanRunner;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.wiring.ContributedBackend;
import org.portio.firewall.wiring.ContributedBackend.Question;

/**
 * A backend that is not PortIO's own: whatever it throws is a failure of that backend, and of no other; it is not asked for what it
 * cannot do, and its word that it has made a change is not enough.
 */
public final class GuardedBackend implements FirewallBackend {

    private static final Duration LIMIT_OF_NAME = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** ufw and firewalld load all of their rules anew. */
    private static final Duration LIMIT_OF_CHANGE = Duration.ofMinutes(3);

    private final ContributedBackend backend;
    private final String name;

    private GuardedBackend(ContributedBackend backend, String name) {
        this.backend = backend;
        this.name = name;
    }

    /** Returns one around this backend; nothing if it does not even tell its name. */
    static Optional<FirewallBackend> of(ContributedBackend backend) {
        try {
            return Optional.of(new GuardedBackend(backend, backend.ask(LIMIT_OF_NAME, FirewallBackend::name)));
        } catch (FirewallException _) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAutomatic() {
        return answerOr(false, FirewallBackend::isAutomatic);
    }

    @Override
    public Availability availability() {
        try {
            return backend.ask(LIMIT, GuardedBackend::completeAvailability);
        } catch (FirewallException e) {
            return new Availability(
                    Status.ABSENT, e.failure().what(), e.failure().remedy());
        }
    }

    private static Availability completeAvailability(FirewallBackend asked) {
        Availability availability = asked.availability();
        Objects.requireNonNull(availability.status());
        Objects.requireNonNull(availability.message());
        return withoutElevation(availability);
    }

    @Override
    public Set<Capability> capabilities() {
        return answerOr(Set.of(), asked -> Set.copyOf(asked.capabilities()));
    }

    /** Returns false, too, if it cannot be used here: then it is not asked for its rules, whether it thought of that or not. */
    @Override
    public boolean mayHaveRules() {
        return answerOr(
                false, asked -> asked.mayHaveRules() && asked.availability().isAvailable());
    }

    private <R> R answerOr(R other, Question<R> question) {
        try {
            return backend.ask(LIMIT, question);
        } catch (FirewallException _) {
            return other;
        }
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return backend.ask(LIMIT, asked -> List.copyOf(asked.list()));
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        Requests.check(this, change);
        return backend.ask(LIMIT, asked -> List.copyOf(asked.plan(change)));
    }

    @Override
    public void apply(Change change) throws FirewallException {
        Requests.check(this, change);
        backend.ask(LIMIT_OF_CHANGE, asked -> {
            asked.apply(change);
            return true;
        });
        PlanRunner.verify(this, change);
    }

    /** See {@link org.portio.firewall.wiring.Firewalls#withoutElevation}. */
    public static Availability withoutElevation(Availability said) {
        return said.status() != Status.NO_PERMISSION
                ? said
                : new Availability(
                        said.status(),
                        said.message()
                                + "; it comes from an extension, and PortIO never asks for a password to run"
                                + " such a backend",
                        "install the extension as root and run PortIO as root, or choose another backend");
    }
}
