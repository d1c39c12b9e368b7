// SPDX-License-Identifier: EPL-2.0
package org.portio.core.insight;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds one kind of thing that stands out among the sockets. Any bundle may publish one as an OSGi service; one that throws is
 * logged and passed over.
 */
@FunctionalInterface
@ConsumerType
public interface InsightRule {

    /** Returns what it finds. Called from any thread but the UI's; within a second or two. */
    List<Insight> look(Observation observation);
}
