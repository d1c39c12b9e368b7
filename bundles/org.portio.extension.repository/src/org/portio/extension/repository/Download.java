// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.util.List;
import org.portio.extension.Examined;
import org.portio.extension.InstalledFeature;

/**
 * Extensions that were downloaded, checked and looked at, in a folder that goes when the repository is closed.
 *
 * @param jars each as it would be alone; so its problem may be one that the others solve
 * @param features with the jars that each consists of, those that are there already as well
 */
public record Download(List<Examined> jars, List<InstalledFeature> features) {}
