// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that was recognized in a process: inferred, not reported by the system.
 *
 * @param name for the user, such as {@code nginx.service}
 * @param basis what it was inferred from, such as {@code the control group /system.slice/nginx.service}; empty if that is
 *     not worth saying
 */
public record Recognition(Kind kind, String name, String basis) {

    /** The kinds, in the order in which users read them. */
    public enum Kind {
        /** The kind of server, such as {@code PostgreSQL}. */
        SERVER("server"),
        /** The project whose sources it runs. */
        PROJECT("project"),
        /** The systemd unit or Windows service. */
        UNIT("unit"),
        /** The container, by its name or the beginning of its ID. */
        CONTAINER("container");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the word for users and for JSON. */
        public String label() {
            return label;
        }
    }

    public Recognition {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(basis);
    }

    /** Returns text such as {@code PostgreSQL, postgresql@17-main.service}; empty for none. */
    public static String names(Stream<Recognition> recognized) {
        return recognized.map(Recognition::name).distinct().collect(Collectors.joining(", "));
    }

    /** Returns text such as {@code unit nginx.service from the control group /system.slice/nginx.service}. */
    public String text() {
        return kind.label + " " + name + (basis.isEmpty() ? "" : " from " + basis);
    }
}
