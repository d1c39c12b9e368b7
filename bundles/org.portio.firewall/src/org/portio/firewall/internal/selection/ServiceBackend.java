// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.time.Duration;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Contribution;
import org.portio.core.system.Contribution.Answer;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.ContributedBackend;

/** A backend that is published as an OSGi service; its faults are in the log. */
record ServiceBackend(Contribution<FirewallBackend> service) implements ContributedBackend {

    /** The answer of a backend, or its reason for refusing. */
    private record Reply<T>(T value, FirewallException refusal) {}

    @Override
    public int ranking() {
        return service.ranking();
    }

    @Override
    public <R> R ask(Duration limit, Question<R> question) throws FirewallException {
        Answer<Reply<R>> answer = service.ask(limit, asked -> {
            try {
                R value = question.to(asked);
                return value == null ? null : new Reply<>(value, null);
            } catch (FirewallException e) {
                return new Reply<>(null, e);
            }
        });
        if (answer.fault() != null) {
            throw new FirewallException(Failure.of(
                    Kind.FAILED,
                    "the firewall backend " + service.service().getClass().getName() + " failed",
                    "see the log"));
        }
        if (answer.value().refusal() != null) {
            throw answer.value().refusal();
        }
        return answer.value().value();
    }
}
