// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.PortioException;
import org.portio.core.system.Subscription;
import org.portio.reservation.Reservations;

/** Something that lives in the keeper's process, beside its ports and servers. */
@ConsumerType
public interface Companion {

    /** The life of one in the keeper; closing ends it, before the keeper gives up its ports. */
    @ConsumerType
    interface Stay extends Subscription {

        /**
         * Answers what a client of the keeper asks it, in words that only those two know. Called by several threads.
         *
         * @return empty if it does not answer such questions
         * @throws PortioException if it refuses; the client gets the same failure
         */
        Optional<String> answer(String question) throws PortioException;

        /**
         * Returns whether a reservation or server may belong to this test run. The keeper asks when it has been made, and takes it
         * back if not: the run may have ended meanwhile.
         */
        default boolean admits(@SuppressWarnings("unused") String run) {
            return true;
        }
    }

    /** Returns the name by which clients ask for it. */
    String name();

    /**
     * Begins, when the keeper has its ports.
     *
     * @param reservations those of the keeper
     * @param log takes lines for the keeper's log; from any thread
     */
    Stay begin(Reservations reservations, Consumer<String> log);
}
