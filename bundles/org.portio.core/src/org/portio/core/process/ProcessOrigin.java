// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.ProcessInfo;

/**
 * The origin of a process. What the system itself says is kept apart from what is inferred from it.
 *
 * @param ancestors its parent first, then the parent's parent; the last is that of all
 * @param workingDirectory empty if it cannot be read
 * @param controlGroup path of its control group; empty if it has none or it cannot be read
 * @param unit systemd unit or Windows service, as {@code nginx.service}; empty if there is none
 * @param container id or name of the container; empty if it is in none
 * @param inferred which of {@code unit} and {@code container} were inferred, as from the name of a control group, rather
 *     than reported; one sentence for each with what it was inferred from
 */
public record ProcessOrigin(
        List<ProcessInfo> ancestors,
        String workingDirectory,
        String controlGroup,
        String unit,
        String container,
        List<String> inferred) {
    public ProcessOrigin {
        ancestors = List.copyOf(ancestors);
        inferred = List.copyOf(inferred);
    }
}
