// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.extension.internal.jar.JarFacts;
import org.portio.extension.internal.jar.JarReader;

/** Reads jars, each again only if it has changed. */
final class KnownJars {

    private record Known(String stamp, JarFacts facts) {}

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    JarFacts read(Path jar) {
        String now = mark(jar);
        Known before = known.get(jar);
        if (before != null && before.stamp.equals(now)) {
            return before.facts;
        }
        JarFacts facts = JarReader.read(jar);
        known.put(jar, new Known(now, facts));
        return facts;
    }

    /** Forgets all other jars. */
    void keep(Collection<Path> jars) {
        known.keySet().retainAll(jars);
    }

    /** Returns text that changes when the file does. */
    static String stamp(Path file) {
        try {
            return Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException _) {
            return "";
        }
    }

    /** Returns text that changes when the file does, and when it can be read no longer, or again. */
    static String mark(Path file) {
        return stamp(file) + (Files.isReadable(file) ? "" : "-unreadable");
    }
}
