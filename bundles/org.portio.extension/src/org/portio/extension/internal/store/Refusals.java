// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.portio.core.system.AtomicFile;

/**
 * Keeps what OSGi said against jars, which only the workbench can ask, for the command line. A file in the cache, which anybody may
 * delete: the workbench asks again. It counts for as long as the same jars are there.
 */
public final class Refusals {

    private static final String NAME = "refused-extensions";
    private static final char SEPARATOR = '\t';

    private final Path file;

    /** Keeps them in this folder, PortIO's cache. */
    public Refusals(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /**
     * Returns the reasons by the jars.
     *
     * @param jars a text that is another one whenever other jars are there
     */
    public Map<Path, String> read(String jars) {
        Map<Path, String> reasons = new TreeMap<>();
        try {
            String text = Files.readString(file);
            if (text.startsWith(jars + "\n\n")) {
                text.substring(jars.length() + 2).lines().forEach(line -> {
                    int end = line.indexOf(SEPARATOR);
                    reasons.put(Path.of(line.substring(0, end)), line.substring(end + 1));
                });
            }
        } catch (IOException | IndexOutOfBoundsException _) {
            return Map.of();
        }
        return reasons;
    }

    /** Keeps these and no others. */
    public void write(String jars, Map<Path, String> reasons) {
        if (reasons.isEmpty()) {
            forget();
            return;
        }
        StringBuilder text = new StringBuilder(jars).append("\n\n");
        reasons.forEach((jar, reason) -> text.append(jar)
                .append(SEPARATOR)
                .append(reason.replaceAll("\\s+", " ").strip())
                .append('\n'));
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.writePrivate(file, true, out -> out.write(text.toString()));
        } catch (IOException _) {
            // The window has it in its log; the command line shows such an extension as active.
        }
    }

    /** Forgets all: another one that is enabled or disabled may be what they are about. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The workbench writes it anew.
        }
    }

    /** Returns a text that is another one whenever the reasons may be others. */
    public String stamp() {
        try {
            return Files.getLastModifiedTime(file).toString() + Files.size(file);
        } catch (IOException _) {
            return "";
        }
    }
}
