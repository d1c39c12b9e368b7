// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.portio.core.address.Addresses;

/** Explains why the system does not let a port be bound. */
public final class BindRefusal {

    /** Kept for uses to come (RFC 1112): no machine has it. */
    private static final InetAddress NOBODYS = Addresses.of(new byte[] {(byte) 240, 0, 0, 1});

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

    /** Returns whether it was for the address, which this machine does not have; learnt in the same way. */
    public static boolean isNotLocal(BindException refusal) {
        try (Socket stranger = new Socket()) {
            stranger.bind(new InetSocketAddress(NOBODYS, 0));
            return false;
        } catch (IOException notLocal) {
            return String.valueOf(notLocal.getMessage()).equals(refusal.getMessage());
        }
    }
}
