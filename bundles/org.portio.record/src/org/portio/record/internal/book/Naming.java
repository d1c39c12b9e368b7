// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.ProcessInfo;

/** Tells what a process is or was. */
public interface Naming {

    /** Returns the process that has, or lately had, this pid; empty if nothing is known of it. */
    Optional<ProcessInfo> process(long pid);

    /** Returns its working directory; empty if it is not known. */
    String directory(ProcessInfo process);

    /** Returns the same with names for those processes that had ended before they could be looked at. */
    default List<ProcessInfo> named(List<ProcessInfo> owners) {
        return owners.stream()
                .map(owner -> owner.startTime() == null ? process(owner.pid()).orElse(owner) : owner)
                .toList();
    }

    /** Returns the directory of each of these, by pid; without those that are not known. */
    default Map<Long, String> directories(List<ProcessInfo> owners) {
        Map<Long, String> directories = new LinkedHashMap<>();
        for (ProcessInfo owner : owners) {
            String directory = directory(owner);
            if (!directory.isEmpty()) {
                directories.put(owner.pid(), directory);
            }
        }
        return directories;
    }
}
