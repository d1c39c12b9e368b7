// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import org.portio.core.system.Contributions;

/** Knows processes that PortIO never ends, as its own keeper. Any bundle may publish one as an OSGi service. */
@FunctionalInterface
public interface SparedProcess {

    /** Returns why the process of this pid is never ended, one sentence for the user; empty if it may be. Answers at once. */
    String refusal(long pid);

    /** Returns one that refuses what any of these does, with the sentence of the first. */
    static SparedProcess anyOf(Contributions<SparedProcess> all) {
        return pid -> all.ask(one -> one.refusal(pid)).stream()
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }
}
