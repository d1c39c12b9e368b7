// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.util.List;

/**
 * All that it takes to install features.
 *
 * @param features the chosen ones
 * @param parts the bundles that would come along; those that are there already are not among them
 * @param obstacles the reasons why they cannot be installed; empty if they can
 */
public record Plan(List<Feature> features, List<Part> parts, List<Obstacle> obstacles) {

    /**
     * A bundle that would be installed.
     *
     * @param bytes the size of its download; -1 if the repository does not say
     * @param replaces the version that it takes the place of; empty if none is there
     */
    public record Part(String id, String version, long bytes, String replaces) {}
}
