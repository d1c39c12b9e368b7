// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import org.portio.core.process.EndImpact;

/**
 * What is known before the user decides.
 *
 * @param target with the process as it is now; null where there is nothing to decide
 * @param impact null with it
 * @param problem why there is nothing to decide; empty where there is
 */
record EndPlan(EndTarget target, EndImpact impact, String problem) {

    static EndPlan impossible(String why) {
        return new EndPlan(null, null, why);
    }
}
