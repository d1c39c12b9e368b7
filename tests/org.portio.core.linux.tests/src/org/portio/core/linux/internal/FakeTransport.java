// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.portio.core.linux.internal.netlink.NetlinkTransport;

/** A kernel that answers as the test tells it to, with messages in the form of a little-endian machine. */
public final class FakeTransport implements NetlinkTransport {

    private static final int SEQUENCE = 8;
    private static final int TYPE = 4;
    private static final int FLAGS = 6;

    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private final List<byte[]> requests = new ArrayList<>();
    private final Map<Integer, String> interfaces = new HashMap<>();
    private int sequence;

    /** Returns the end of a dump. */
    public static String done(int flags) {
        return message(3, flags, "00000000");
    }

    /** Returns a message with this payload, both in hexadecimal. */
    public static String message(int type, int flags, String payload) {
        ByteBuffer header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0, 16 + payload.length() / 2).putShort(TYPE, (short) type).putShort(FLAGS, (short) flags);
        return HexFormat.of().formatHex(header.array()) + payload;
    }

    /** Adds messages that are received next, in hexadecimal, as parts of the answer to any request. */
    public FakeTransport answer(String... messages) {
        answers.add(HexFormat.of().parseHex(String.join("", messages)));
        return this;
    }

    /** Gives the interface of this number this name from now on. */
    public void name(int index, String name) {
        interfaces.put(index, name);
    }

    /** Returns the requests so far. */
    public List<byte[]> requests() {
        return requests;
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }

    @Override
    public void send(int length) {
        byte[] request = new byte[length];
        buffer.get(0, request);
        requests.add(request);
        sequence = buffer.getInt(SEQUENCE);
    }

    @Override
    public int receive() throws IOException {
        byte[] answer = answers.poll();
        if (answer == null) {
            throw new IOException("the test has no answer to this");
        }
        buffer.put(0, answer);
        int at = 0;
        while (at >= 0 && at < answer.length) {
            buffer.putInt(at + SEQUENCE, sequence);
            int length = buffer.getInt(at);
            // A message that lies about its length is the last one that can be read.
            at = length < SEQUENCE || length > answer.length ? answer.length : at + length + 3 & ~3;
        }
        return answer.length;
    }

    @Override
    public String interfaceName(int index) {
        return interfaces.getOrDefault(index, "");
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
