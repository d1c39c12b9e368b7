// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Why the system does not let a port be bound. */
public final class BindRefusal {

    private BindRefusal() {}

    /**
     * Java throws the same exception for a port in use and for one that needs privileges; they differ in the system's
     * text, which depends on its language. So the text for "in use" is learnt by provoking it.
     */
    public static boolean isInUse(BindException refusal) {
        try (Socket holder = new Socket();
                Socket second = new Socket()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            second.bind(holder.getLocalSocketAddress());
            return true;
        } catch (IOException inUse) {
            return String.valueOf(inUse.getMessage()).equals(refusal.getMessage());
        }
    }
}
