// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portio.core.system.User;

/**
 * One TCP or UDP socket as the operating system shows it.
 *
 * @param local where it is bound; never null
 * @param remote its peer; null for a listener and for an unconnected UDP socket
 * @param state null for UDP, which has none
 * @param owners the processes that hold it: none, one, or several that share it; ordered by pid
 * @param ownership what is known of its owners; {@link Ownership#KNOWN} if and only if there are some
 * @param user whom the socket belongs to; null if it cannot be known
 * @param queues null if the source does not tell
 * @param inode number of the socket's file, as {@code /proc/PID/fd} and ss show it; 0 if it has none or the source
 *     does not tell
 * @param group the control group that made it; {@link ControlGroup#NONE} if it has none or the source does not tell
 * @param namespace network namespace that it is in, by the name that {@code ip netns} knows or as {@code net:[INODE]};
 *     empty for the one that PortIO runs in
 * @param platformKey the kernel's own number of the socket, never given out again; 0 if the source has none
 */
public record Connection(
        Protocol protocol,
        AddressFamily family,
        Endpoint local,
        Endpoint remote,
        TcpState state,
        List<ProcessInfo> owners,
        Ownership ownership,
        User user,
        Queues queues,
        long inode,
        ControlGroup group,
        String namespace,
        long platformKey) {

    public Connection {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(namespace, "namespace");
        owners = List.copyOf(owners);
    }

    public ConnectionKey key() {
        return new ConnectionKey(protocol, family, local, remote, namespace, platformKey);
    }

    /** Returns true if some process has it, or may have it, that is not seen; a socket in TIME-WAIT has no owner and hides none. */
    public boolean ownerHidden() {
        return ownership.isUnseen();
    }

    /** Returns true for what others can reach: a TCP listener, or a UDP socket without a peer. */
    public boolean isListening() {
        return protocol == Protocol.TCP ? state == TcpState.LISTEN : remote == null;
    }

    /** RFC 9293 name of the state; for UDP {@code connected} or {@code unconnected}. */
    public String stateText() {
        if (state != null) {
            return state.label();
        }
        return remote == null ? "unconnected" : "connected";
    }

    /** Path of the control group, as {@code /system.slice/nginx.service}; empty if there is none to be found. */
    public String controlGroup() {
        return group.path();
    }

    /** Returns names of the owning processes, each once, separated by commas; empty if there are none or they are hidden. */
    public String processText() {
        return owners.size() == 1
                ? owners.getFirst().name()
                : owners.stream().map(ProcessInfo::name).distinct().collect(Collectors.joining(","));
    }

    /** Pids of the owning processes, separated by commas; empty if there are none or they are hidden. */
    public String pidText() {
        return owners.size() == 1
                ? Long.toString(owners.getFirst().pid())
                : owners.stream().map(owner -> Long.toString(owner.pid())).collect(Collectors.joining(","));
    }
}
