// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.core.address.Network;
import org.portio.record.InNetworks;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.encoding.Unpacker;

/**
 * The addresses of a column of a closed segment in their order, those of IPv4 first, so that a network has numbers one after another; as
 * bits, since a server on the internet meets millions of them.
 *
 * @param ipv4 those of IPv4; as for all others, unsigned
 * @param high the first halves of those of IPv6
 * @param low the second halves
 * @param interfaces of those that belong to one, by number
 */
record Places(int[] ipv4, long[] high, long[] low, Map<Integer, NetInterface> interfaces) {

    /** The first half of an IPv6 address into which one of IPv4 is mapped, and the bits of the second before that one. */
    private static final long MAPPED = 0xffffL << Integer.SIZE;

    /** Reads what {@link SortedPlaces} has written, of which there must be nothing else. */
    static Places read(byte[] bytes) throws DamagedException {
        Unpacker in = new Unpacker(bytes);
        int[] ipv4 = new int[in.count()];
        int before = 0;
        for (int i = 0; i < ipv4.length; i++) {
            before += (int) in.number();
            ipv4[i] = before;
        }
        long[] high = new long[in.count()];
        long[] low = new long[high.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = half(in, i == 0 ? 0 : high[i - 1]);
            low[i] = half(in, 0);
        }
        Map<Integer, NetInterface> interfaces = new HashMap<>();
        while (in.hasMore()) {
            int number = in.index(ipv4.length + high.length);
            interfaces.put(number, new NetInterface((int) in.signed(), in.text()));
        }
        return new Places(ipv4, high, low, interfaces);
    }

    private static long half(Unpacker in, long before) throws DamagedException {
        return in.number() + before;
    }

    int count() {
        return ipv4.length + high.length;
    }

    /** Returns an address, as an end with port 0. */
    Endpoint get(long number) throws DamagedException {
        if (number < 0 || number >= count()) {
            throw new DamagedException("an entry is missing");
        }
        int place = (int) number;
        byte[] bytes = place < ipv4.length
                ? ByteBuffer.allocate(Integer.BYTES).putInt(ipv4[place]).array()
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(high[place - ipv4.length])
                        .putLong(low[place - ipv4.length])
                        .array();
        return new Endpoint(Addresses.of(bytes), 0, interfaces.getOrDefault(place, NetInterface.NONE));
    }

    /** Returns whether each is chosen, by the number that rows have: one more than its own, since 0 stands for none. */
    BitSet chosen(Predicate<Endpoint> choice) throws DamagedException {
        BitSet chosen = new BitSet(count() + 1);
        if (choice instanceof InNetworks networks) {
            networks.networks().forEach(network -> add(network, chosen));
            if (networks.negated()) {
                chosen.flip(1, count() + 1);
            }
            return chosen;
        }
        for (int i = 0; i < count(); i++) {
            chosen.set(i + 1, choice.test(get(i)));
        }
        return chosen;
    }

    private void add(Network network, BitSet chosen) {
        ByteBuffer first = bytes(network.first());
        ByteBuffer last = bytes(network.last());
        if (first.remaining() == Integer.BYTES) {
            chosen.set(1 + from(first.getInt(0)), 1 + after(last.getInt(0)));
            add(0, MAPPED | first.getInt() & 0xffffffffL, 0, MAPPED | last.getInt() & 0xffffffffL, chosen);
        } else {
            add(first.getLong(), first.getLong(), last.getLong(), last.getLong(), chosen);
        }
    }

    private static ByteBuffer bytes(InetAddress address) {
        return ByteBuffer.wrap(address.getAddress());
    }

    private void add(long firstHigh, long firstLow, long lastHigh, long lastLow, BitSet chosen) {
        chosen.set(1 + from(firstHigh, firstLow), 1 + after(lastHigh, lastLow));
    }

    /** Returns the number of the first that is not below this one. */
    private int from(int address) {
        int least = 0;
        int limit = ipv4.length;
        while (least < limit) {
            int middle = (least + limit) >>> 1;
            if (Integer.compareUnsigned(ipv4[middle], address) < 0) {
                least = middle + 1;
            } else {
                limit = middle;
            }
        }
        return least;
    }

    /** Returns the number of the first that is above this one. */
    private int after(int address) {
        return address == -1 ? ipv4.length : from(address + 1);
    }

    private int from(long addressHigh, long addressLow) {
        int least = 0;
        int limit = high.length;
        while (least < limit) {
            int middle = (least + limit) >>> 1;
            int order = Long.compareUnsigned(high[middle], addressHigh);
            if (order < 0 || order == 0 && Long.compareUnsigned(low[middle], addressLow) < 0) {
                least = middle + 1;
            } else {
                limit = middle;
            }
        }
        return ipv4.length + least;
    }

    private int after(long addressHigh, long addressLow) {
        if (addressLow != -1) {
            return from(addressHigh, addressLow + 1);
        }
        return addressHigh == -1 ? count() : from(addressHigh + 1, 0);
    }
}
