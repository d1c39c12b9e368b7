// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes at the beginning of a file of the past, and at the end of one that is closed: its kind and its format. */
enum Magic {
    LOG("PortIOL"),
    SEGMENT("PortIOS");

    /** The format of both kinds; each change of it has the next digit. */
    private static final char FORMAT = '2';

    static final int LENGTH = 8;

    private final String name;

    Magic(String name) {
        this.name = name;
    }

    byte[] bytes() {
        return (name + FORMAT).getBytes(StandardCharsets.US_ASCII);
    }

    boolean is(byte... found) {
        return Arrays.equals(found, bytes());
    }

    /** Returns whether a file that begins like this is of either kind, and of another format. */
    static boolean isOther(byte... found) {
        String text = new String(found, StandardCharsets.US_ASCII);
        return text.length() == LENGTH
                && Arrays.stream(values()).anyMatch(magic -> text.startsWith(magic.name))
                && Character.isDigit(text.charAt(LENGTH - 1))
                && text.charAt(LENGTH - 1) != FORMAT;
    }
}
