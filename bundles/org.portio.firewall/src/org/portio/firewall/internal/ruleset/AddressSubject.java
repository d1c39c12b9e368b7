// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.portio.core.address.Addresses;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * The sender or the destination of a packet.
 *
 * @param address null if it is not known
 * @param mayBeLoopback whether an unknown one may be 127.0.0.1, ::1 and the like
 */
record AddressSubject(InetAddress address, boolean mayBeLoopback) implements Subject {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    @Override
    public Match is(JsonValue value) {
        try {
            return within(value);
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Match.MAYBE; // a name, or a form that nft has learned since
        }
    }

    private Match within(JsonValue value) {
        if (value.isPrimitive()) {
            return between(parse(value), parse(value));
        }
        JsonArray range = Subject.member(value, "range");
        if (range != null) {
            return between(parse(range.get(0)), parse(range.get(1)));
        }
        if (!value.asObject().has("prefix")) {
            return Match.MAYBE;
        }
        JsonObject prefix = value.asObject().object("prefix");
        byte[] first = parse(prefix.value("addr"));
        int length = prefix.value("len").asInt();
        return between(masked(first, length, 0), masked(first, length, 0xff));
    }

    private Match between(byte[] first, byte[] last) {
        if (address == null) {
            return isLoopback(first) && isLoopback(last) && !mayBeLoopback ? Match.NO : Match.MAYBE;
        }
        byte[] own = address.getAddress();
        boolean within = own.length == first.length
                && Arrays.compareUnsigned(first, own) <= 0
                && Arrays.compareUnsigned(own, last) <= 0;
        return within ? Match.YES : Match.NO;
    }

    private static boolean isLoopback(byte[] bytes) {
        return Addresses.of(bytes).isLoopbackAddress();
    }

    private static byte[] masked(byte[] bytes, int length, int filling) {
        byte[] masked = bytes.clone();
        for (int bit = length; bit < 8 * bytes.length; bit++) {
            int one = 0x80 >> bit % 8;
            masked[bit / 8] = (byte) (filling == 0 ? masked[bit / 8] & ~one : masked[bit / 8] | one);
        }
        return masked;
    }

    private static byte[] parse(JsonValue value) {
        String text = value.asText();
        if (!NUMERIC.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return InetAddress.ofLiteral(text).getAddress();
    }
}
