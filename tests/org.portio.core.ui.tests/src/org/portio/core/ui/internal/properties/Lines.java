// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.List;

/** Short ways to read the contents of a section. */
final class Lines {

    private Lines() {}

    static List<String> titles(List<PropertyCategory> categories) {
        return categories.stream().map(PropertyCategory::title).toList();
    }

    /** Returns the lines of all categories, such as {@code State: LISTEN}. */
    static List<String> of(List<PropertyCategory> categories) {
        return categories.stream()
                .flatMap(category -> category.lines().stream())
                .map(line -> line.name() + ": " + line.value())
                .toList();
    }
}
