// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Objects;

/**
 * A user as the system knows it.
 *
 * @param id numeric uid in decimal, or a Windows SID; never null
 * @param name account name, or the id where the system has no name for it
 */
public record User(String id, String name) {
    public User {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
