// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Objects;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A control group of Linux. Rows share one object for each group, and its path is looked up when it is first asked for:
 * the kernel tells a number, and finding the group's path costs more than listing some sockets. From any thread.
 */
@FunctionalInterface
@ConsumerType
public interface ControlGroup {

    /** The value if the system has no control groups, or the source does not report them. */
    ControlGroup NONE = new Known("");

    /**
     * Path below the root of all groups, as {@code /system.slice/nginx.service}; {@code /} for the root, empty if it
     * cannot be found: the group has gone, or is out of sight.
     */
    String path();

    /** Returns a group whose path is known. */
    static ControlGroup of(String path) {
        return path.isEmpty() ? NONE : new Known(path);
    }

    /** A path that needs no looking up. */
    record Known(String path) implements ControlGroup {
        public Known {
            Objects.requireNonNull(path, "path");
        }
    }
}
