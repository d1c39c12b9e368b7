// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import org.osgi.annotation.versioning.ConsumerType;

/** Knows processes that PortIO never ends, such as its own keeper. Any bundle may publish one as an OSGi service. */
@FunctionalInterface
@ConsumerType
public interface SparedProcess {

    /** Returns why the process of this pid is never ended, one sentence for the user; empty if it may be. Answers at once. */
    String refusal(long pid);
}
