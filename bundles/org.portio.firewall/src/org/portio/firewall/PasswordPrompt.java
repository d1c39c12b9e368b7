// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Asks the user for a password in a window. A program with windows publishes one as a service. */
@FunctionalInterface
@ConsumerType
public interface PasswordPrompt {

    /**
     * Asks. Not called on the UI thread.
     *
     * @param attempt 1 for the first question; more after a wrong password
     * @return what was typed, which the caller wipes after use; empty if the user would rather not
     */
    Optional<char[]> ask(int attempt);
}
