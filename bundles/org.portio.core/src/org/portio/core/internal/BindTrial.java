// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;
import org.portio.core.kernel.Kernel;

/**
 * Binds a port as a service would, and lets go at once; it never listens, so that no client meets it. No table could tell
 * as well: none shows whether a socket lets others in (SO_REUSEADDR). On Linux the kernel is asked each time: Java decides
 * once, when it starts, whether the machine has IPv6.
 */
public final class BindTrial {

    /** Whether {@link #bindIpv6Alone} can leave IPv4 out; elsewhere an IPv6 socket always takes IPv4, too. */
    static final boolean SEPARATES_FAMILIES = Kernel.isCallable();

    /** The result of the trial. */
    public enum Outcome {
        FREE,
        TAKEN,
        DENIED,
        NOT_LOCAL,
        /** The machine has no sockets of this family. */
        UNAVAILABLE
    }

    private BindTrial() {}

    /** Binds it with or without SO_REUSEADDR. For {@code ::}, the system decides whether that also takes IPv4. */
    public static Outcome bind(Protocol protocol, Endpoint place, boolean reuse) {
        return Kernel.isCallable()
                ? new KernelBind(protocol, reuse, false).bind(place)
                : bindByJava(protocol, place, reuse);
    }

    /** Binds it on all addresses of IPv6 and on none of IPv4. */
    static Outcome bindIpv6Alone(Protocol protocol, Endpoint all) {
        return SEPARATES_FAMILIES ? new KernelBind(protocol, false, true).bind(all) : bindByJava(protocol, all, false);
    }

    private static Outcome bindByJava(Protocol protocol, Endpoint place, boolean reuse) {
        try (NetworkChannel channel = open(protocol, place.address())) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, reuse);
            channel.bind(new InetSocketAddress(place.address(), place.port()));
            return Outcome.FREE;
        } catch (BindException e) {
            return outcome(e);
        } catch (SocketException _) {
            return Outcome.DENIED;
        } catch (IOException | UnsupportedOperationException _) {
            return Outcome.UNAVAILABLE;
        }
    }

    private static Outcome outcome(BindException refusal) {
        if (BindRefusal.isInUse(refusal)) {
            return Outcome.TAKEN;
        }
        return BindRefusal.isNotLocal(refusal) ? Outcome.NOT_LOCAL : Outcome.DENIED;
    }

    private static NetworkChannel open(Protocol protocol, InetAddress address) throws IOException {
        StandardProtocolFamily family =
                address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
        return protocol == Protocol.TCP ? SocketChannel.open(family) : DatagramChannel.open(family);
    }
}
