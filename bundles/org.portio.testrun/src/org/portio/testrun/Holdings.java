// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.PortioException;

/** All that PortIO has made for runs, of one kind; whoever puts PortIO together brings one for each capability. */
@ConsumerType
public interface Holdings {

    Holding.Kind kind();

    /** Returns what belongs to the run of this id. */
    List<Holding> of(String run) throws PortioException;

    /** Removes it, and returns when it is gone; one that has gone already is passed over. */
    void revert(Holding holding) throws PortioException;
}
