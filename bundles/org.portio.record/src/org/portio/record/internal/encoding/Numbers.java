// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A number of each row of a segment, from 0 on; a question looks at millions of them. */
public final class Numbers {

    private static final int NARROW = 2;
    private static final int WIDE = 4;
    private static final long LOWER = 0xffffffffL;

    /** Null if they are wide. */
    private final char[] narrow;
    /** Null if they are narrow. */
    private final int[] wide;

    private Numbers(char[] narrow, int[] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    /** Writes numbers, each as wide as the greatest needs. */
    public static Packer packed(int[] numbers) {
        int greatest = 0;
        for (int number : numbers) {
            greatest = Math.max(greatest, number);
        }
        int width = greatest <= Character.MAX_VALUE ? NARROW : WIDE;
        Packer packed = new Packer();
        for (int number : numbers) {
            packed.fixed(number, width);
        }
        return packed;
    }

    /** Reads so many of them. */
    public static Numbers read(byte[] bytes, int count) throws DamagedException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length == (long) count * NARROW) {
            char[] narrow = new char[count];
            buffer.asCharBuffer().get(narrow);
            return new Numbers(narrow, null);
        }
        if (bytes.length != (long) count * WIDE) {
            throw new DamagedException("a column is too short");
        }
        int[] wide = new int[count];
        buffer.asIntBuffer().get(wide);
        return new Numbers(null, wide);
    }

    public int get(int row) {
        return narrow == null ? wide[row] : narrow[row];
    }

    /**
     * Marks rows whose number is wanted.
     *
     * @param wanted by number, 1 for those that are; its length is a power of two, and no number of a row is beyond it
     * @param first the row of the first mark
     * @param count number of rows
     * @param marks a bit for each row
     */
    public void mark(byte[] wanted, int first, int count, long[] marks) {
        for (int word = 0; word < marks.length; word++) {
            int from = first + word * Long.SIZE;
            int length = Math.min(Long.SIZE, count - word * Long.SIZE);
            marks[word] |= narrow == null ? wide(wanted, from, length) : narrow(wanted, from, length);
        }
    }

    /**
     * Marks rows whose number is one of several that are one after another.
     *
     * @param least of these numbers
     * @param limit the number after them
     */
    public void markFrom(int least, int limit, int first, int count, long[] marks) {
        for (int word = 0; word < marks.length; word++) {
            int from = first + word * Long.SIZE;
            int length = Math.min(Long.SIZE, count - word * Long.SIZE);
            marks[word] |= narrow == null ? wide(least, limit, from, length) : narrow(least, limit, from, length);
        }
    }

    /** Returns whether the number of one row is wanted. */
    public boolean isWanted(byte[] wanted, int row) {
        return wanted[get(row) & wanted.length - 1] != 0;
    }

    // Loops that the compiler makes fast: with the mask, it knows that no number is out of bounds.

    private long narrow(byte[] wanted, int from, int length) {
        int mask = wanted.length - 1;
        long marks = 0;
        for (int i = 0; i < length; i++) {
            marks |= (long) wanted[narrow[from + i] & mask] << i;
        }
        return marks;
    }

    private long wide(byte[] wanted, int from, int length) {
        int mask = wanted.length - 1;
        long marks = 0;
        for (int i = 0; i < length; i++) {
            marks |= (long) wanted[wide[from + i] & mask] << i;
        }
        return marks;
    }

    // Numbers are not negative: the difference is, as an unsigned one, too large for those below the least.

    private long narrow(int least, int limit, int from, int length) {
        long marks = 0;
        for (int i = 0; i < length; i++) {
            marks |= ((narrow[from + i] - least & LOWER) - (limit - least)) >>> Long.SIZE - 1 << i;
        }
        return marks;
    }

    private long wide(int least, int limit, int from, int length) {
        long marks = 0;
        for (int i = 0; i < length; i++) {
            marks |= ((wide[from + i] - least & LOWER) - (limit - least)) >>> Long.SIZE - 1 << i;
        }
        return marks;
    }
}
