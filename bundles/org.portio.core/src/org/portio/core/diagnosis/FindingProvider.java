// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows something about ports that the core does not, as the firewall does. Any bundle may publish one as an OSGi service;
 * one that throws is logged and passed over.
 */
@FunctionalInterface
@ConsumerType
public interface FindingProvider {

    /** Returns what it finds about this port. Called from any thread but the UI's; within a second or two. */
    List<Finding> find(Question question);
}
