// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.pf;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.Rule;

/**
 * Ends a block of pf's, which has no timer of its own: a small process of the shell waits, also through sleep of the machine
 * and changes of its clock, and takes exactly the lines of this block out of the anchor. PortIO need not run meanwhile. A
 * restart ends both the process and the rules.
 */
final class PfTimer {

    private static final String SCRIPT = """
            (trap '' HUP INT QUIT
            while left=$(($2 - $(date +%s))); [ "$left" -gt 0 ]; do
                [ "$left" -lt 30 ] || left=30
                sleep "$left"
            done
            rules=$(pfctl -a "$3" -sr | grep -vF "$1")
            printf '%s\\n' "$rules" | pfctl -a "$3" -f -
            [ -n "$rules" ] || { pfctl -X "$(cat "$4")" && rm -f "$4"; }) </dev/null >/dev/null 2>&1 &
            """;

    private PfTimer() {}

    /** Returns the command that has the block of this rule end. */
    static PlannedCommand of(Rule rule, String anchor, Path tokenFile) {
        long end = Instant.now().plus(rule.remaining()).getEpochSecond();
        return new PlannedCommand(
                List.of(
                        "sh",
                        "-c",
                        SCRIPT,
                        "portio-end",
                        "label \"" + PfRules.label(rule.tag()) + "\"",
                        String.valueOf(end),
                        anchor,
                        tokenFile.toString()),
                "");
    }
}
