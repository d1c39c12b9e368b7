// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;

/** Finds who has the port in another network namespace, such as a container's: that keeps nobody here from it, but is asked about. */
record NamespaceFindings(ConnectionMonitor monitor) {

    /** Returns nothing if other namespaces may not be looked into. */
    List<Finding> find(Question question) {
        try {
            return monitor.snapshotOfAllNamespaces().connections().stream()
                    .filter(socket -> isThere(question, socket))
                    .map(NamespaceFindings::finding)
                    .toList();
        } catch (ConnectionException _) {
            return List.of();
        }
    }

    private static boolean isThere(Question question, Connection socket) {
        return !socket.namespace().isEmpty()
                && socket.protocol() == question.protocol()
                && socket.local().port() == question.port()
                && socket.isListening();
    }

    private static Finding finding(Connection socket) {
        return new Finding(
                Kind.NAMESPACE,
                Weight.TELLS,
                PortSockets.phrase(socket) + " in the network namespace " + socket.namespace()
                        + ", which has ports of its own",
                socket.protocol() + " " + socket.local() + " " + socket.stateText(),
                "portio list --namespace " + socket.namespace(),
                false);
    }
}
