// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.wiring;

import java.time.Duration;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;

/** A backend that an extension or another bundle brings. It may be as faulty as it likes; whoever finds it knows whose fault that is. */
public interface ContributedBackend {

    /** Asks a backend. */
    @FunctionalInterface
    interface Question<R> {
        R to(FirewallBackend backend) throws FirewallException;
    }

    /** Returns its rank among all backends; the higher is preferred. */
    int ranking();

    /**
     * Asks, and waits for the answer.
     *
     * @throws FirewallException if the backend refuses, or has a fault: throws anything else, answers null or not in time; the fault is remembered
     */
    <R> R ask(Duration limit, Question<R> question) throws FirewallException;
}
