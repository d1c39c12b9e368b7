// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

/**
 * A feature that a repository offers.
 *
 * @param name for the user; the id if it has none
 * @param vendor empty if it names none, as are description and licence
 * @param licence its text
 * @param installed the version that is installed; empty if none is
 */
public record Feature(
        String id, String version, String name, String vendor, String description, String licence, String installed) {

    /** Returns whether this very version is installed. */
    public boolean isInstalled() {
        return installed.equals(version);
    }
}
