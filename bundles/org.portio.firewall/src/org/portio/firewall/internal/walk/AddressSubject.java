// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.portio.core.address.Addresses;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * The sender or the destination of a packet.
 *
 * @param address null if it is not known
 * @param among what an unknown one may be, beside loopback and groups; empty for anything
 * @param mayBeLoopback whether an unknown one may be 127.0.0.1, ::1 and the like
 * @param mayBeGroup whether an unknown one may be that of several machines
 */
record AddressSubject(InetAddress address, List<InetAddress> among, boolean mayBeLoopback, boolean mayBeGroup)
        implements Subject {

    private static final int IPV4_LENGTH = 4;
    /** First bytes of 224.0.0.0/4 and of what is above it, the broadcast address among it, and of ff00::/8. */
    private static final int FIRST_IPV4_GROUP = 224;

    private static final int FIRST_IPV6_GROUP = 0xff;
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** The first and the last of a range. */
    private record Bounds(byte[] first, byte[] last) {}

    @Override
    public Match is(JsonValue value) {
        try {
            Bounds bounds = bounds(value);
            return between(bounds.first(), bounds.last());
        } catch (IllegalArgumentException | IllegalStateException _) {
            return Match.MAYBE; // a name, or a form that nft has learned since
        }
    }

    private static Bounds bounds(JsonValue value) {
        if (value.isPrimitive()) {
            return new Bounds(parse(value), parse(value));
        }
        JsonArray range = Subject.member(value, "range");
        if (range != null) {
            return new Bounds(parse(range.get(0)), parse(range.get(1)));
        }
        if (!value.asObject().has("prefix")) {
            throw new IllegalArgumentException("not an address");
        }
        JsonObject prefix = value.asObject().object("prefix");
        byte[] first = parse(prefix.value("addr"));
        int length = prefix.value("len").asInt();
        return new Bounds(masked(first, length, 0), masked(first, length, 0xff));
    }

    private Match between(byte[] first, byte[] last) {
        if (address == null) {
            return mayBeBetween(first, last) ? Match.MAYBE : Match.NO;
        }
        return isBetween(first, address.getAddress(), last) ? Match.YES : Match.NO;
    }

    private boolean mayBeBetween(byte[] first, byte[] last) {
        if (isLoopback(first) && isLoopback(last)) {
            return mayBeLoopback;
        }
        return among.isEmpty()
                || mayBeGroup && isGroup(last)
                || among.stream().anyMatch(one -> isBetween(first, one.getAddress(), last));
    }

    private static boolean isBetween(byte[] first, byte[] one, byte[] last) {
        return one.length == first.length
                && Arrays.compareUnsigned(first, one) <= 0
                && Arrays.compareUnsigned(one, last) <= 0;
    }

    /** Returns whether it stands for several machines, or is in the range of IPv4 above these addresses. */
    private static boolean isGroup(byte[] bytes) {
        return Byte.toUnsignedInt(bytes[0]) >= (bytes.length == IPV4_LENGTH ? FIRST_IPV4_GROUP : FIRST_IPV6_GROUP);
    }

    /** Returns whether a rule names nothing but groups by this value. */
    static boolean isGroup(JsonValue value) {
        JsonValue list = value.isObject() && value.asObject().has("set")
                ? value.asObject().get("set")
                : value;
        if (list.isArray()) {
            return list.asArray().stream().allMatch(AddressSubject::isGroup);
        }
        try {
            return isGroup(bounds(list).first());
        } catch (IllegalArgumentException | IllegalStateException _) {
            return false;
        }
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
