// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.nio.file.Path;
import java.util.List;
import org.portio.extension.Brought;
import org.portio.extension.Problem;
import org.portio.extension.internal.resolve.BundleDescription;

/**
 * All that a jar tells of itself.
 *
 * @param bundle null if it is not one
 * @param name for the user
 * @param version as the manifest has it; may not be valid
 * @param problem what is wrong with the jar itself; null for nothing
 */
public record JarFacts(
        Path file,
        BundleDescription bundle,
        String name,
        String version,
        String vendor,
        List<String> signers,
        List<Brought> brings,
        List<ComponentXml> components,
        Problem problem) {

    static JarFacts unusable(Path file, Problem.Kind kind, String text) {
        String name = file.getFileName().toString();
        return new JarFacts(file, null, name, "", "", List.of(), List.of(), List.of(), new Problem(kind, text));
    }

    /** Returns the symbolic name, or that of the file if there is none. */
    public String id() {
        return bundle == null ? file.getFileName().toString() : bundle.name();
    }
}
