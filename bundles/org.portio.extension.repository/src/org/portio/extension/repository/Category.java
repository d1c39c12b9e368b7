// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.util.List;

/**
 * A heading of a repository, with the features below it.
 *
 * @param name empty for those features that have no category
 */
public record Category(String name, String description, List<Feature> features) {}
