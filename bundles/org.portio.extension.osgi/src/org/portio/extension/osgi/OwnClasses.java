// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.osgi;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;

/**
 * The classes in the jar of each extension. The framework is not asked: about a jar that was exchanged or deleted it tells the log, at
 * each question, and what is in the log is why it would be asked.
 */
final class OwnClasses {

    private static final String CLASS = ".class";

    /** Names of classes by the bundle's number. */
    private final Map<Long, Set<String>> known = new ConcurrentHashMap<>();

    /** Returns whether a class is of this extension; of one whose jar cannot be read, none is. */
    boolean has(Bundle bundle, String name) {
        Set<String> names = known.computeIfAbsent(bundle.getBundleId(), _ -> read(bundle));
        return names != null && names.contains(name);
    }

    private static Set<String> read(Bundle bundle) {
        try (JarFile jar = new JarFile(Installer.file(bundle).toFile(), false)) {
            return jar.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> entry.endsWith(CLASS))
                    .map(entry ->
                            entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'))
                    .collect(Collectors.toSet());
        } catch (IOException _) {
            return null;
        }
    }

    /** Reads the jar of a bundle again when it is asked about next. */
    void forget(Bundle bundle) {
        known.remove(bundle.getBundleId());
    }
}
