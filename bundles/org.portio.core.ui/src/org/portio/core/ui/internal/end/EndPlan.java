// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import org.portio.core.process.EndImpact;

/**
 * The facts on which the user decides.
 *
 * @param target with the processes as they are now; null if there is nothing to decide
 * @param impacts one for each of its processes; empty with it
 * @param problem why there is nothing to decide; empty if there is
 */
record EndPlan(EndTarget target, List<EndImpact> impacts, String problem) {

    EndPlan {
        impacts = List.copyOf(impacts);
    }

    static EndPlan impossible(String why) {
        return new EndPlan(null, List.of(), why);
    }
}
