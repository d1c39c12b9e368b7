// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes at the beginning of a file of the past, and at the end of one that is closed: its kind and its format. */
public enum Magic {
    LOG("PortIOL2"),
    SEGMENT("PortIOS3");

    public static final int LENGTH = 8;

    /** Ends with the digit of the format: each change has the next one. */
    private final String name;

    Magic(String name) {
        this.name = name;
    }

    public byte[] bytes() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    public boolean is(byte... found) {
        return Arrays.equals(found, bytes());
    }

    /** Returns whether a file that begins like this is of either kind, and of another format. */
    public static boolean isOther(byte... found) {
        String text = new String(found, StandardCharsets.US_ASCII);
        return text.length() == LENGTH && Arrays.stream(values()).anyMatch(magic -> magic.isOtherFormat(text));
    }

    private boolean isOtherFormat(String text) {
        int digit = LENGTH - 1;
        return text.startsWith(name.substring(0, digit)) && Character.isDigit(text.charAt(digit)) && !text.equals(name);
    }
}
