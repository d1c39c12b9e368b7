// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.core.system.AtomicFile;

/**
 * Keeps for the next command which jars can be used: to find out, all bundles of PortIO are read, which takes longer than most
 * commands. A file in the cache, which anybody may delete; one that others could write counts for nothing.
 */
public final class UsableJars {

    private static final String NAME = "usable-extensions";

    private final Path file;
    private final Privacy privacy;

    /** Keeps them in this folder, PortIO's cache. */
    public UsableJars(Path folder, Privacy privacy) {
        this.file = folder.resolve(NAME);
        this.privacy = privacy;
    }

    /**
     * Returns the jars that can be used, each with those from which it takes something.
     *
     * @param signature of the folders as they are now
     * @param jars all that are in them, which the file has by their numbers
     * @return empty if nothing is known of this signature
     */
    public Optional<Map<Path, List<Path>>> read(String signature, List<Path> jars) {
        try {
            String text = Files.readString(file);
            if (!text.startsWith(signature + "\n\n") || privacy.open(file).isPresent()) {
                return Optional.empty();
            }
            Map<Path, List<Path>> usable = new LinkedHashMap<>();
            for (String line : text.substring(signature.length() + 2).lines().toList()) {
                List<Path> row = new ArrayList<>();
                for (String number : line.split(" ")) {
                    row.add(jars.get(Integer.parseInt(number)));
                }
                usable.put(row.getFirst(), row.subList(1, row.size()));
            }
            return Optional.of(usable);
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** Remembers them; if that fails, the next command finds out by itself. */
    public void write(String signature, List<Path> jars, Map<Path, List<Path>> usable) {
        StringBuilder text = new StringBuilder(signature).append("\n\n");
        usable.forEach((jar, sources) -> {
            List<Path> row = new ArrayList<>(List.of(jar));
            row.addAll(sources);
            text.append(row.stream()
                            .map(one -> String.valueOf(jars.indexOf(one)))
                            .collect(Collectors.joining(" ")))
                    .append('\n');
        });
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.writePrivate(file, true, out -> out.write(text.toString()));
        } catch (IOException _) {
            // Nothing is lost but time.
        }
    }
}
