// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.stream.Collectors;
import org.portio.extension.internal.resolve.Wildcards;

/** Finds the files of a jar that its header {@code Service-Component} names. */
final class ComponentFiles {

    private ComponentFiles() {}

    /**
     * Returns their names, each once, in the order of the header.
     *
     * @param header paths separated by commas; {@code *} in the last part of a path stands for any text without a slash
     */
    static Collection<String> of(String header, List<JarEntry> entries) throws Limits.ExceededException {
        Set<String> all = entries.stream().map(JarEntry::getName).collect(Collectors.toSet());
        Set<String> found = new LinkedHashSet<>();
        int patterns = 0;
        for (String part : header.split(",")) {
            String path = part.strip();
            if (path.indexOf('*') < 0) {
                if (all.contains(path)) {
                    found.add(path);
                }
                continue;
            }
            patterns++;
            if (patterns > Limits.PATTERNS) {
                throw new Limits.ExceededException("names more patterns of components than an extension may have");
            }
            all.stream().filter(name -> isMeant(path, name)).sorted().forEach(found::add);
        }
        return found;
    }

    private static boolean isMeant(String pattern, String name) {
        int folder = name.lastIndexOf('/') + 1;
        return folder == pattern.lastIndexOf('/') + 1
                && name.startsWith(pattern.substring(0, folder))
                && Wildcards.matches(pattern.substring(folder), name.substring(folder));
    }
}
