// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.util.List;

/**
 * A feature that was installed from a repository: extensions that came together, and go together.
 *
 * @param repository address of the repository
 * @param jars ids of the extensions that it consists of; other features may have some of them as well
 */
public record InstalledFeature(String id, String version, String name, String repository, List<String> jars) {

    /** Returns text such as {@code Charts 1.2.0 from https://example.org/updates}. */
    public String text() {
        return name + " " + version + " from " + repository;
    }
}
