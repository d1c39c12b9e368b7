// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;

/**
 * One TCP or UDP socket as the operating system shows it. Made by names, not by position: {@link #of}, {@link #with}.
 *
 * @param local its end on this machine; never null
 * @param remote its peer; null for a listener and for an unconnected UDP socket
 * @param state null for UDP, which has none
 * @param owners the processes that hold it: none, one, or several that share it; the oldest first,
 *     which is usually the one that opened it
 * @param ownership what is known of its owners; {@link Ownership#KNOWN} if and only if there are some
 * @param user whom the socket belongs to; null if it cannot be known
 * @param queues null if the source does not tell
 * @param inode number of the socket's file, as {@code /proc/PID/fd} and ss show it; 0 if it has none or the source
 *     does not tell
 * @param group the control group that made it; {@link ControlGroup#NONE} if it has none or the source does not tell
 * @param namespace network namespace that it is in, by the name that {@code ip netns} knows or as {@code net:[INODE]};
 *     empty for the one that PortIO runs in
 * @param kernelUse what it is for if the kernel itself has it; {@link KernelUse#UNKNOWN} otherwise
 * @param platformKey the kernel's own number of the socket, never given out again; 0 if the source has none
 * @param keeping what PortIO itself has to do with its port; {@link Keeping#NONE} for nearly all
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
        KernelUse kernelUse,
        long platformKey,
        Keeping keeping) {

    public Connection {
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(local, "local");
        Objects.requireNonNull(ownership, "ownership");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(kernelUse, "kernelUse");
        Objects.requireNonNull(keeping, "keeping");
        owners = List.copyOf(owners);
    }

    /** Begins a socket of which nothing but this is known: no peer, no state, no owner. */
    public static Builder of(Protocol protocol, AddressFamily family, Endpoint local) {
        return new Builder(protocol, family, local);
    }

    /** Begins a socket that equals this one in all parts that are not set. */
    public Builder with() {
        return new Builder(protocol, family, local)
                .remote(remote)
                .state(state)
                .owners(owners, ownership)
                .user(user)
                .queues(queues)
                .inode(inode)
                .group(group)
                .namespace(namespace)
                .kernelUse(kernelUse)
                .platformKey(platformKey)
                .keeping(keeping);
    }

    public ConnectionKey key() {
        return new ConnectionKey(protocol, family, local, remote, namespace, platformKey);
    }

    /** Returns the sockets that it stands for, as the kernel has them, its own first: mostly itself alone. */
    public List<Connection> sockets() {
        return keeping.sockets().isEmpty() ? List.of(this) : keeping.sockets();
    }

    /** Returns the processes that have it open only to keep the port for its owners; the oldest first. */
    public List<ProcessInfo> keepers() {
        return keeping.sockets().isEmpty()
                ? List.of()
                : keeping.sockets().getFirst().owners().stream()
                        .filter(owner -> !owners.contains(owner))
                        .toList();
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

    /**
     * A connection in the making, each part by its name; a part that is not set is unknown. A new part concerns only
     * those who set it.
     */
    public static final class Builder {

        private final Protocol protocol;
        private final AddressFamily family;
        private Endpoint local;
        private Endpoint remote;
        private TcpState state;
        private List<ProcessInfo> owners = List.of();
        private Ownership ownership = Ownership.NONE;
        private User user;
        private Queues queues;
        private long inode;
        private ControlGroup group = ControlGroup.NONE;
        private String namespace = "";
        private KernelUse kernelUse = KernelUse.UNKNOWN;
        private long platformKey;
        private Keeping keeping = Keeping.NONE;

        Builder(Protocol protocol, AddressFamily family, Endpoint local) {
            this.protocol = protocol;
            this.family = family;
            this.local = local;
        }

        public Builder local(Endpoint newLocal) {
            local = newLocal;
            return this;
        }

        public Builder remote(Endpoint newRemote) {
            remote = newRemote;
            return this;
        }

        public Builder state(TcpState newState) {
            state = newState;
            return this;
        }

        /** Sets the owners together with what is known of them, since {@link Ownership#KNOWN} means that there are some. */
        public Builder owners(List<ProcessInfo> newOwners, Ownership newOwnership) {
            owners = newOwners;
            ownership = newOwnership;
            return this;
        }

        public Builder user(User newUser) {
            user = newUser;
            return this;
        }

        public Builder queues(Queues newQueues) {
            queues = newQueues;
            return this;
        }

        public Builder inode(long newInode) {
            inode = newInode;
            return this;
        }

        public Builder group(ControlGroup newGroup) {
            group = newGroup;
            return this;
        }

        public Builder namespace(String newNamespace) {
            namespace = newNamespace;
            return this;
        }

        public Builder kernelUse(KernelUse newUse) {
            kernelUse = newUse;
            return this;
        }

        public Builder platformKey(long newKey) {
            platformKey = newKey;
            return this;
        }

        public Builder keeping(Keeping newKeeping) {
            keeping = newKeeping;
            return this;
        }

        /** Returns the connection. */
        public Connection build() {
            return new Connection(
                    protocol,
                    family,
                    local,
                    remote,
                    state,
                    owners,
                    ownership,
                    user,
                    queues,
                    inode,
                    group,
                    namespace,
                    kernelUse,
                    platformKey,
                    keeping);
        }
    }
}
