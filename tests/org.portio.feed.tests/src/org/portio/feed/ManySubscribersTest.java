// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** 300 subscribers at a time. */
class ManySubscribersTest extends FeedTestCase {

    private static final int SUBSCRIBERS = 300;
    private static final int PATIENCE_MILLIS = 30_000;

    @Test
    void all300GetEachEvent() throws Exception {
        FeedServer server = start(settings(true).withHeartbeat(HEARTBEAT.multipliedBy(10)));
        try (ZContext context = new ZContext()) {
            context.setLinger(0);
            List<ZMQ.Socket> all = new ArrayList<>();
            for (int i = 0; i < SUBSCRIBERS; i++) {
                all.add(subscribe(context, server.status().events()));
            }
            for (ZMQ.Socket one : all) {
                assertEquals("heartbeat/", one.recvStr());
                one.unsubscribe("heartbeat/");
            }

            show(server, web(80));

            for (ZMQ.Socket one : all) {
                assertEquals("opened/tcp/80/", event(one));
            }
            assertEquals(SUBSCRIBERS, server.status().subscribers());
        }
    }

    private static ZMQ.Socket subscribe(ZContext context, FeedAddress address) {
        ZMQ.Socket socket = context.createSocket(SocketType.SUB);
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.subscribe("opened/");
        socket.subscribe("heartbeat/");
        socket.connect(address.toString());
        return socket;
    }

    private static String event(ZMQ.Socket socket) {
        String part = socket.recvStr();
        while (part != null && !part.startsWith("opened/")) {
            part = socket.recvStr();
        }
        return part;
    }
}
