// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.Connection;

/**
 * Columns that a bundle adds to the view Connections. Any bundle may publish one as an OSGi service, and the view takes it
 * in while it is open, too.
 */
@ConsumerType
public interface ConnectionColumnProvider {

    /**
     * Service property, true for a provider whose functions never wait for anything: they are called on the thread that
     * needs them, which costs less than a thread of their own.
     */
    String ANSWERS_AT_ONCE = "portio.answersAtOnce";

    /**
     * Shown after the view's own, those of a higher {@code service.ranking} first. Their functions are called for each
     * row of each refresh, and from any thread: they answer from what they know already, and ask nobody. One that throws,
     * or answers null, is logged, and its column stays empty from then on; one that is late leaves its cell empty.
     */
    List<Column<Connection>> columns();
}
