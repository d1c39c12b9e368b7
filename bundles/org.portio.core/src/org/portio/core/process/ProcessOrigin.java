// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import java.util.stream.Stream;
import org.portio.core.ProcessInfo;

/**
 * The origin of a process. What the system itself reports is kept apart from what is inferred from it.
 *
 * @param ancestors its parent first, then the parent's parent; the last is that of all
 * @param workingDirectory empty if it cannot be read
 * @param controlGroup path of its control group; empty if it has none or it cannot be read
 * @param recognized what recognizers infer, in the order of their kinds
 */
public record ProcessOrigin(
        List<ProcessInfo> ancestors, String workingDirectory, String controlGroup, List<Recognition> recognized) {
    public ProcessOrigin {
        ancestors = List.copyOf(ancestors);
        recognized = List.copyOf(recognized);
    }

    /** Returns the names that were recognized of this kind, the most reliable first. */
    public Stream<String> names(Recognition.Kind kind) {
        return recognized.stream().filter(one -> one.kind() == kind).map(Recognition::name);
    }

    /** Returns the same with what was recognized. */
    public ProcessOrigin with(List<Recognition> found) {
        return new ProcessOrigin(ancestors, workingDirectory, controlGroup, found);
    }
}
