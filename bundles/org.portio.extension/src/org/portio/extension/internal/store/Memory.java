// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.util.List;
import java.util.Map;
import org.portio.extension.Fault;
import org.portio.extension.InstalledFeature;
import org.portio.extension.Problem;
import org.portio.extension.Problem.Kind;

/**
 * The memory of all extensions. One about which nothing is known must not be enabled without a word: its user may have
 * disabled it.
 *
 * @param entries by the ids of the extensions
 * @param features that were installed from repositories
 * @param unknown what stands against those without an entry; null if nobody has touched them
 */
public record Memory(Map<String, Switches.Entry> entries, List<InstalledFeature> features, Unknown unknown) {

    /**
     * The reason why the memory has gaps.
     *
     * @param cause in words
     */
    public record Unknown(Kind kind, String cause) {}

    /** Returns what keeps an extension from being used; null for nothing. */
    public Problem problem(String id, String stamp) {
        Switches.Entry entry = entries.get(id);
        if (entry == null) {
            return unknown == null ? null : unknown(id);
        }
        if (!entry.enabled()) {
            return new Problem(Kind.DISABLED, "is disabled");
        }
        List<Fault> faults = entry.faults(stamp);
        return faults.size() < Switches.TOO_MANY
                ? null
                : new Problem(
                        Kind.FAILED,
                        "is switched off, since it has failed twice; the last time it "
                                + faults.getLast().text());
    }

    /** Returns the features that an extension belongs to. */
    public List<InstalledFeature> features(String id) {
        return features.stream().filter(feature -> feature.jars().contains(id)).toList();
    }

    private Problem unknown(String id) {
        String text = "may have been disabled, but PortIO does not know: " + unknown.cause;
        boolean lost = unknown.kind == Kind.MEMORY_LOST;
        return new Problem(unknown.kind, lost ? text + "; to use it, run: portio extension enable " + id : text);
    }

    /** Returns what an extension failed with since it was installed, enabled or changed, the oldest first. */
    public List<Fault> faults(String id, String stamp) {
        Switches.Entry entry = entries.get(id);
        return entry == null ? List.of() : entry.faults(stamp);
    }
}
