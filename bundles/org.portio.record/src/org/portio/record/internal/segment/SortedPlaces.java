// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.portio.core.address.Endpoint;
import org.portio.record.internal.encoding.Packer;

/**
 * Puts the addresses of a column in order, as {@link Places} has them.
 *
 * @param packed all of them
 * @param numbers those of the column, which are the places in that order; 0 for none
 */
record SortedPlaces(Packer packed, int[] numbers) {

    /**
     * Sorts.
     *
     * @param column numbers from 1 on, 0 for none
     * @param all by number less 1, also such as the column does not have
     */
    static SortedPlaces of(int[] column, List<Endpoint> all) {
        BitSet used = new BitSet(all.size());
        for (int number : column) {
            used.set(number);
        }
        used.clear(0);
        int[] ipv4 = ipv4(used, all);
        int[] ipv6 = ipv6(used, all);
        int[] ranks = new int[all.size() + 1];
        Packer interfaces = new Packer();
        int rank = 0;
        for (int[] family : List.of(ipv4, ipv6)) {
            for (int number : family) {
                packInterface(rank, all.get(number - 1), interfaces);
                ranks[number] = ++rank;
            }
        }
        Packer packed = new Packer();
        pack(ipv4, ipv6, all, packed);
        packed.raw(interfaces.buffer(), interfaces.size());
        return new SortedPlaces(
                packed, Arrays.stream(column).map(number -> ranks[number]).toArray());
    }

    private static boolean isIpv4(Endpoint place) {
        return bytes(place).remaining() == Integer.BYTES;
    }

    private static ByteBuffer bytes(Endpoint place) {
        return ByteBuffer.wrap(place.address().getAddress());
    }

    /** Sorts plain numbers: there may be hundreds of thousands of them. */
    private static int[] ipv4(BitSet used, List<Endpoint> all) {
        return Arrays.stream(used.stream()
                        .filter(number -> isIpv4(all.get(number - 1)))
                        .mapToLong(number ->
                                (long) (bytes(all.get(number - 1)).getInt() ^ Integer.MIN_VALUE) << Integer.SIZE
                                        | number)
                        .sorted()
                        .toArray())
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static int[] ipv6(BitSet used, List<Endpoint> all) {
        record Key(long high, long low, int number) {}
        return used.stream()
                .filter(number -> !isIpv4(all.get(number - 1)))
                .mapToObj(number -> {
                    ByteBuffer bytes = bytes(all.get(number - 1));
                    return new Key(bytes.getLong(), bytes.getLong(), number);
                })
                .sorted(Comparator.comparing(Key::high, Long::compareUnsigned)
                        .thenComparing(Key::low, Long::compareUnsigned))
                .mapToInt(Key::number)
                .toArray();
    }

    private static void pack(int[] ipv4, int[] ipv6, List<Endpoint> all, Packer out) {
        out.number(ipv4.length);
        int before = 0;
        for (int number : ipv4) {
            int address = bytes(all.get(number - 1)).getInt();
            out.number(address - before & 0xffffffffL);
            before = address;
        }
        out.number(ipv6.length);
        long half = 0;
        for (int number : ipv6) {
            ByteBuffer bytes = bytes(all.get(number - 1));
            long high = bytes.getLong();
            out.number(high - half).number(bytes.getLong());
            half = high;
        }
    }

    private static void packInterface(int rank, Endpoint place, Packer out) {
        if (!place.netInterface().isNone()) {
            out.number(rank)
                    .signed(place.netInterface().index())
                    .text(place.netInterface().name());
        }
    }
}
