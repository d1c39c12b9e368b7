// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;

/** Reads what a {@link Packer} has packed. Whatever the bytes are, nothing but {@link DamagedException} comes of it. */
public final class Unpacker {

    private final byte[] bytes;
    private final int end;
    private int at;

    public Unpacker(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public Unpacker(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.at = from;
        this.end = from + length;
    }

    /** Returns the place of what comes next, in the bytes that it was made over. */
    public int position() {
        return at;
    }

    public boolean hasMore() {
        return at < end;
    }

    public int octet() throws DamagedException {
        need(1);
        return bytes[at++] & 0xff;
    }

    public long number() throws DamagedException {
        // Most of them.
        if (at < end && bytes[at] >= 0) {
            return bytes[at++];
        }
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new DamagedException("a number does not end");
    }

    public long signed() throws DamagedException {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** Returns a number of things that each take at least a byte of what follows. */
    public int count() throws DamagedException {
        long value = number();
        if (value < 0 || value > end - at) {
            throw new DamagedException("a number of " + Long.toUnsignedString(value) + " cannot be");
        }
        return (int) value;
    }

    /** Returns a number from 0 to below the limit. */
    public int index(int limit) throws DamagedException {
        long value = number();
        if (value < 0 || value >= limit) {
            throw new DamagedException("an entry is missing");
        }
        return (int) value;
    }

    /** Returns the constant of this number. */
    public <E> E constant(E[] all) throws DamagedException {
        return all[index(all.length)];
    }

    public int fixed(int width) throws DamagedException {
        need(width);
        int value = 0;
        for (int i = 0; i < width; i++) {
            value |= (bytes[at++] & 0xff) << 8 * i;
        }
        return value;
    }

    public byte[] raw(int length) throws DamagedException {
        need(length);
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    public byte[] block() throws DamagedException {
        return raw(count());
    }

    public String text() throws DamagedException {
        long head = number();
        long length = head >>> 1;
        if (length > end - at) {
            throw new DamagedException("a text is longer than the file");
        }
        int width = (head & 1) == 0 ? 1 : 2;
        char[] letters = new char[(int) length];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) fixed(width);
        }
        return new String(letters);
    }

    public Instant instant() throws DamagedException {
        if (octet() == 0) {
            return null;
        }
        try {
            return Instant.ofEpochSecond(signed(), number());
        } catch (DateTimeException | ArithmeticException _) {
            throw new DamagedException("a time cannot be");
        }
    }

    private void need(int length) throws DamagedException {
        if (length < 0 || length > end - at) {
            throw new DamagedException("it ends too early");
        }
    }
}
