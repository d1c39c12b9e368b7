// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import java.util.List;
import org.portio.core.Protocol;

/**
 * The reasons why a port can or cannot be bound.
 *
 * @param scopes what a bind would come to, by address and with or without SO_REUSEADDR; found out by binding for a moment
 * @param findings the weightiest first
 */
public record Diagnosis(int port, Protocol protocol, List<BindScope> scopes, List<Finding> findings) {
    public Diagnosis {
        scopes = List.copyOf(scopes);
        findings = List.copyOf(findings);
    }

    /** Returns whether a service could bind it in every scope that this machine has. */
    public boolean isFree() {
        return scopes.stream().allMatch(BindScope::succeeds);
    }
}
