// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Objects;

/**
 * A network interface, as a socket is bound to one (SO_BINDTODEVICE), or as a link-local address is the address of one.
 *
 * @param index number of the interface in its network namespace; 0 if it is known by name only, or there is none
 * @param name its name, such as {@code eth0}; empty for none, and if no interface has the number any more
 */
public record NetInterface(int index, String name) implements Comparable<NetInterface> {

    /** The interface of a socket that is not bound to one. */
    public static final NetInterface NONE = new NetInterface(0, "");

    public NetInterface {
        Objects.requireNonNull(name, "name");
    }

    /** Returns the interface that somebody writes so: a name, or the number of one. */
    public static NetInterface named(String text) {
        boolean number = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return new NetInterface(number ? Integer.parseInt(text) : 0, text);
    }

    /** Returns the one whose address this is, by the scope of the address; {@link #NONE} if it has no scope. */
    public static NetInterface of(InetAddress address) {
        if (!(address instanceof Inet6Address ipv6) || ipv6.getScopeId() <= 0) {
            return NONE;
        }
        java.net.NetworkInterface known = ipv6.getScopedInterface();
        return new NetInterface(ipv6.getScopeId(), known == null ? String.valueOf(ipv6.getScopeId()) : known.getName());
    }

    public boolean isNone() {
        return index == 0 && name.isEmpty();
    }

    /**
     * Returns whether sockets of both can get the same packet: that is, if one is at no interface, or both are at the
     * same.
     */
    public boolean meets(NetInterface other) {
        boolean numbered = name.isEmpty() || other.name.isEmpty();
        return isNone() || other.isNone() || (numbered ? index == other.index : isCalled(other.name));
    }

    /** Returns whether somebody who writes this text means it: its name, or its number. */
    public boolean isCalled(String text) {
        return !isNone()
                && (!name.isEmpty() && name.equals(text)
                        || String.valueOf(index).equals(text));
    }

    /** Returns none first, then by name. */
    @Override
    public int compareTo(NetInterface other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : Integer.compare(index, other.index);
    }

    /** Returns the interface as it follows an address: {@code %eth0}; empty for none, and for one that is gone. */
    @Override
    public String toString() {
        return name.isEmpty() ? "" : "%" + name;
    }
}
