// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.feed.AllowedKey;
import org.portio.feed.FeedException;
import org.zeromq.ZFrame;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * Decides who may connect, by the keys that are allowed at that moment: answers ZeroMQ's authentication protocol (ZAP, RFC 27).
 * The library asks it for each connection.
 */
final class Door {

    /** The keys that are allowed. */
    @FunctionalInterface
    interface AllowList {
        List<AllowedKey> read() throws FeedException;
    }

    /** Hears of each connection that is let in. */
    @FunctionalInterface
    interface Guests {
        void letIn(String domain, String host, String name);
    }

    /** The place where the library asks. */
    static final String ADDRESS = "inproc://zeromq.zap.01";

    /** Names the socket of events in a question. */
    static final String EVENTS = "portio-events";
    /** Names that of snapshots. */
    static final String SNAPSHOTS = "portio-snapshots";

    private static final Set<String> DOMAINS = Set.of(EVENTS, SNAPSHOTS);

    private static final String VERSION = "1.0";
    private static final int REQUEST_ID = 1;
    private static final int DOMAIN_PART = 2;
    private static final int HOST_PART = 3;
    private static final int MECHANISM = 5;
    private static final int KEY = 6;
    private static final int PARTS = 7;

    private final AllowList allowList;
    private Set<String> known = Set.of();

    Door(AllowList allowList) {
        this.allowList = allowList;
    }

    /** Answers one question. */
    void answer(ZMQ.Socket socket, Guests guests) {
        ZMsg question = ZMsg.recvMsg(socket);
        ZFrame asker = question.unwrap();
        List<ZFrame> parts = List.copyOf(question);
        ZMsg answer = new ZMsg();
        answer.add(VERSION);
        answer.add(parts.size() > REQUEST_ID ? parts.get(REQUEST_ID).getData() : new byte[0]);
        Optional<String> name = nameOf(parts);
        name.ifPresent(known -> guests.letIn(text(parts.get(DOMAIN_PART)), text(parts.get(HOST_PART)), known));
        answer.add(name.isPresent() ? "200" : "400");
        answer.add(name.isPresent() ? "OK" : "this key is not allowed");
        answer.add(name.orElse(""));
        answer.add(new byte[0]);
        answer.wrap(asker);
        answer.send(socket);
    }

    private Optional<String> nameOf(List<ZFrame> parts) {
        if (parts.size() < PARTS
                || !DOMAINS.contains(text(parts.get(DOMAIN_PART)))
                || !text(parts.get(MECHANISM)).equals("CURVE")) {
            return Optional.empty();
        }
        String key = Curve.text(parts.get(KEY).getData());
        try {
            return allowList.read().stream()
                    .filter(one -> one.key().equals(key))
                    .map(AllowedKey::name)
                    .findFirst();
        } catch (FeedException _) {
            // A list that cannot be read allows nobody.
            return Optional.empty();
        }
    }

    private static String text(ZFrame frame) {
        return frame.getString(StandardCharsets.UTF_8);
    }

    /** Returns whether a key that was allowed at the last look is allowed no more. */
    boolean hasRevoked() {
        Set<String> now;
        try {
            now = allowList.read().stream().map(AllowedKey::key).collect(Collectors.toSet());
        } catch (FeedException _) {
            now = Set.of();
        }
        Set<String> gone = new HashSet<>(known);
        gone.removeAll(now);
        known = now;
        return !gone.isEmpty();
    }
}
