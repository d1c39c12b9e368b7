// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;
import org.portio.core.field.ConnectionField;

/**
 * Lines under one title.
 *
 * @param id what stays the same when the title changes, or another connection is shown: what the user folded, unfolded
 *     or selected stays so by it
 */
record PropertyCategory(String id, String title, List<PropertyLine> lines) {

    PropertyCategory {
        lines = List.copyOf(lines);
    }

    /** Takes lines as they come, and leaves out those without a value. */
    static final class Builder {

        private final String id;
        private final String title;
        private final List<PropertyLine> lines = new ArrayList<>();

        Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        Builder line(String name, String value) {
            if (!value.isEmpty()) {
                lines.add(new PropertyLine(name, value));
            }
            return this;
        }

        /** Adds a line that has the title of the field. */
        Builder line(ConnectionField<?> field, String value) {
            return line(field.title(), value);
        }

        /** Adds a line of a number, which is left out if it is 0, the sign of values for an unknown number. */
        Builder id(ConnectionField<?> field, long number) {
            return line(field, number == 0 ? "" : String.valueOf(number));
        }

        PropertyCategory build() {
            return new PropertyCategory(id, title, lines);
        }
    }
}
