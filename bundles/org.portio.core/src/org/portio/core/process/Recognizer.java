// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.ProcessInfo;

/**
 * Recognizes what a process is: which server, of which project, in which unit or container. Any bundle may publish one as an
 * OSGi service; PortIO's own recognize units, containers and projects.
 */
@FunctionalInterface
@ConsumerType
public interface Recognizer {

    /**
     * Returns what it recognizes; an empty list if that is nothing. Called from any thread but the UI's, again for each look at
     * the process; within a second or two.
     *
     * @param origin what the system reports of it; nothing is recognized yet
     */
    List<Recognition> recognize(ProcessInfo process, ProcessOrigin origin);
}
