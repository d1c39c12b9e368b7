// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.time.Instant;
import java.util.List;
import org.portio.core.Connection;

/**
 * The content of the view Properties.
 *
 * @param connection null if none is looked at
 * @param closed when it was first found to have gone; null while it is there
 * @param categories what is known of it; what was known last if it has gone
 */
record Inspection(Connection connection, Instant closed, List<PropertyCategory> categories) {

    static final Inspection NOTHING = new Inspection(null, null, List.of());

    Inspection {
        categories = List.copyOf(categories);
    }
}
