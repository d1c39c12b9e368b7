// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.system.Subscription;

/** Something that lives in the keeper's process, beside its ports and servers. */
@FunctionalInterface
@ConsumerType
public interface Companion {

    /** One that does nothing. */
    Companion NONE = _ -> () -> {
        // There is nothing to end.
    };

    /**
     * Begins, when the keeper has its ports.
     *
     * @param log takes lines for the keeper's log; from any thread
     * @return ends it, before the keeper gives up its ports
     */
    Subscription begin(Consumer<String> log);
}
