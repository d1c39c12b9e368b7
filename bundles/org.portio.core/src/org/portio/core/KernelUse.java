// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/**
 * The purpose of a socket of the kernel itself, as far as the kernel tells it.
 *
 * @param feature kind of the interface or name of the service, such as {@code vxlan} or {@code nfsd}; empty if not known
 * @param device name of the network interface that has it, several separated by commas; empty if none has
 * @param probable true if it was concluded rather than seen
 */
public record KernelUse(String feature, String device, boolean probable) {

    /** Nothing is known of it. */
    public static final KernelUse UNKNOWN = new KernelUse("", "", false);

    public boolean isKnown() {
        return !feature.isEmpty();
    }

    /** Returns the same for the interfaces of both; they have the same feature. */
    public KernelUse and(KernelUse other) {
        return new KernelUse(feature, device + "," + other.device, probable);
    }

    /** Returns text such as {@code vxlan vx0} or {@code probably wireguard wg0}; empty if nothing is known. */
    public String text() {
        return (probable ? "probably " : "") + feature + (device.isEmpty() ? "" : " " + device);
    }

    /** Returns what stands behind "the kernel itself has it, ", such as {@code for vxlan vx0}; examples if nothing is known. */
    public String purpose(Protocol protocol) {
        if (isKnown()) {
            return (probable ? "probably " : "") + "for " + feature + (device.isEmpty() ? "" : " " + device);
        }
        return protocol == Protocol.UDP
                ? "for example for a tunnel (vxlan, geneve, WireGuard)"
                : "for example for a file server (NFS)";
    }

    /** Returns the command that shows more of it. */
    public String command(Protocol protocol) {
        if (isKnown()) {
            return device.isEmpty() ? "rpcinfo -p" : "ip -d link show type " + feature;
        }
        // The kernel's parts of NFS tell rpcbind their ports.
        return protocol == Protocol.UDP ? "ip -d link" : "rpcinfo -p";
    }
}
