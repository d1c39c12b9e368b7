// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.portio.testrun.RunReport;

/** Tells whether anything of a run can be reverted: it has not ended, or something that PortIO made for it is still there. */
public final class RunTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        return receiver instanceof RunReport report && canRevert(report);
    }

    static boolean canRevert(RunReport report) {
        return RunColumns.isRunning(report) || !report.isReverted();
    }
}
