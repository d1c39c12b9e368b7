// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;

/** Addresses of a segment, each once, by number; as bytes, since a server on the internet meets millions of them. */
final class Places {

    private final byte[] bytes;
    private final int[] starts;
    private final int count;

    private Places(byte[] bytes, int[] starts, int count) {
        this.bytes = bytes;
        this.starts = starts;
        this.count = count;
    }

    /** Reads records of addresses, of which there must be nothing else. */
    static Places read(byte[] bytes) throws DamagedException {
        Unpacker in = new Unpacker(bytes);
        int[] starts = new int[16];
        int count = 0;
        while (in.hasMore()) {
            if (in.constant(Kind.values()) != Kind.PLACE) {
                throw new DamagedException("it has entries of a kind that does not belong there");
            }
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = in.position();
            in.block();
            in.signed();
            in.text();
        }
        return new Places(bytes, starts, count);
    }

    /** Reads one address, as an end with port 0. */
    static Endpoint place(Unpacker in) throws DamagedException {
        byte[] address = in.block();
        if (address.length != 4 && address.length != 16) {
            throw new DamagedException("an address has " + address.length + " bytes");
        }
        int index = (int) in.signed();
        String name = in.text();
        NetInterface at = index == 0 && name.isEmpty() ? NetInterface.NONE : new NetInterface(index, name);
        return new Endpoint(Addresses.of(address), 0, at);
    }

    int count() {
        return count;
    }

    /** Returns an address, as an end with port 0. */
    Endpoint get(long number) throws DamagedException {
        if (number < 0 || number >= count) {
            throw new DamagedException("an entry is missing");
        }
        int start = starts[(int) number];
        return place(new Unpacker(bytes, start, bytes.length - start));
    }

    /** Returns whether each is chosen, by the number that rows have: one more than its own, since 0 stands for none. */
    BitSet chosen(Predicate<Endpoint> choice) throws DamagedException {
        BitSet chosen = new BitSet(count + 1);
        for (int i = 0; i < count; i++) {
            chosen.set(i + 1, choice.test(get(i)));
        }
        return chosen;
    }
}
