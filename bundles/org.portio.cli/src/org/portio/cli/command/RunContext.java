// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.Map;
import org.portio.core.system.Places;
import org.portio.testrun.TestRuns;

/**
 * The test runs of this user.
 *
 * @param current id of the run that this process is part of; empty for none
 */
public record RunContext(TestRuns runs, String current) {

    /** Returns those among these places, for a process with this environment. */
    public static RunContext of(Places places, Map<String, String> environment) {
        return new RunContext(TestRuns.of(places), TestRuns.id(environment));
    }
}
