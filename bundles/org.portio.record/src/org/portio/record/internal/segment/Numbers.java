// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A number of each row of a segment, from 0 on; a question looks at millions of them. */
final class Numbers {

    private static final int NARROW = 2;
    private static final int WIDE = 4;

    /** Null if they are wide. */
    private final char[] narrow;
    /** Null if they are narrow. */
    private final int[] wide;

    private Numbers(char[] narrow, int[] wide) {
        this.narrow = narrow;
        this.wide = wide;
    }

    /** Writes numbers, each as wide as the greatest needs. */
    static Packer packed(int[] numbers) {
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
    static Numbers read(byte[] bytes, int count) throws DamagedException {
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

    int get(int row) {
        return narrow == null ? wide[row] : narrow[row];
    }

    /** Marks those rows from the first one on whose number is wanted; a number beyond the table is not. */
    void mark(boolean[] wanted, int first, boolean[] marks) {
        if (narrow == null) {
            markWide(wanted, first, marks);
        } else {
            markNarrow(wanted, first, marks);
        }
    }

    // Loops of their own, each of which the compiler makes fast.

    private void markNarrow(boolean[] wanted, int first, boolean[] marks) {
        for (int row = 0; row < marks.length; row++) {
            int number = narrow[first + row];
            marks[row] |= number < wanted.length && wanted[number];
        }
    }

    private void markWide(boolean[] wanted, int first, boolean[] marks) {
        for (int row = 0; row < marks.length; row++) {
            int number = wide[first + row];
            marks[row] |= number >= 0 && number < wanted.length && wanted[number];
        }
    }
}
