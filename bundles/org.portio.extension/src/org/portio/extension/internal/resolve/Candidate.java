// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import java.nio.file.Path;
import org.portio.extension.Problem;

/**
 * A bundle that would like to be used.
 *
 * @param file its jar, which makes it unlike every other
 * @param own what keeps it from that whatever others there are; null for nothing
 */
public record Candidate(Path file, BundleDescription bundle, Problem own) {

    String title() {
        return bundle.name() + " " + bundle.version();
    }
}
