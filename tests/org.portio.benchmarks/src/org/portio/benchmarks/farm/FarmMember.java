// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.lang.ref.Reference;
import java.net.InetAddress;

/** Main class of a child: holds a number of sockets on its own loopback address until its parent is done. */
public final class FarmMember {

    private FarmMember() {}

    public static void main(String... args) throws Exception {
        SocketMix mix = new SocketMix(InetAddress.ofLiteral(args[0]));
        mix.open(Integer.parseInt(args[1]));
        Lifeline.ready().awaitEnd();
        Reference.reachabilityFence(mix);
    }
}
