// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Bytes in the making: numbers in as many bytes as they need, seven bits in each. */
public final class Packer {

    private static final int MORE = 0x80;

    private byte[] bytes = new byte[512];
    private int size;

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    /** Returns what was packed so far; not a copy, and longer than {@link #size}. */
    public byte[] buffer() {
        return bytes;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public Packer octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Adds a number of which small values above zero are short. */
    public Packer number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | MORE);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        return this;
    }

    /** Adds a number of which values near zero are short. */
    public Packer signed(long value) {
        return number(value << 1 ^ value >> 63);
    }

    /** Adds a number of a fixed width of 2 or 4 bytes, the lowest first. */
    public Packer fixed(int value, int width) {
        room(width);
        for (int i = 0; i < width; i++) {
            bytes[size++] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    public Packer raw(byte[] added, int length) {
        room(length);
        System.arraycopy(added, 0, bytes, size, length);
        size += length;
        return this;
    }

    public Packer block(byte[] added) {
        return number(added.length).raw(added, added.length);
    }

    /** Adds a text exactly as it is, also one that is not valid Unicode: names of processes are a stranger's. */
    public Packer text(String text) {
        boolean narrow = text.chars().allMatch(letter -> letter < 0x100);
        byte[] encoded = text.getBytes(StandardCharsets.ISO_8859_1);
        number(text.length() * 2L + (narrow ? 0 : 1));
        if (narrow) {
            return raw(encoded, encoded.length);
        }
        text.chars().forEach(letter -> fixed(letter, 2));
        return this;
    }

    /** Adds a time exactly, or null. */
    public Packer instant(Instant time) {
        octet(time == null ? 0 : 1);
        return time == null ? this : signed(time.getEpochSecond()).number(time.getNano());
    }

    private void room(int needed) {
        if (size + needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + needed));
        }
    }
}
