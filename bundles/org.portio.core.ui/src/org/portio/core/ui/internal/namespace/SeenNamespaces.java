// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.namespace;

import java.util.List;
import org.portio.core.ui.internal.namespace.NamespaceScope.Seen;

/** Tells of the network namespaces that a view has seen; asked on the UI thread. */
@FunctionalInterface
public interface SeenNamespaces {

    /** Returns those other than PortIO's own. */
    List<Seen> seen();
}
