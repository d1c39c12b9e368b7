// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.portio.cli.feed.Publisher.Library;
import org.portio.testing.LabHost;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A program on another machine that subscribes to everything. */
interface RemoteSubscriber extends AutoCloseable {

    static RemoteSubscriber in(Library library, LabHost machine, String address) throws IOException {
        return library == Library.JEROMQ ? new ByJava(machine, address) : new ByPython(machine, address);
    }

    /** Returns whether something has come. */
    boolean hasHeard() throws IOException;

    @Override
    void close();

    /** Publishes until something comes, for so long. */
    default boolean hears(ZMQ.Socket publisher, Duration time) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(time);
        boolean heard = false;
        while (!heard && Instant.now().isBefore(end)) {
            publisher.send("hello");
            Thread.sleep(20);
            heard = hasHeard();
        }
        return heard;
    }

    /** JeroMQ, whose threads are in the other machine's network. */
    final class ByJava implements RemoteSubscriber {

        private final ZContext context;
        private final ZMQ.Socket socket;

        ByJava(LabHost machine, String address) throws IOException {
            context = machine.call(ZContext::new);
            socket = machine.call(() -> {
                ZMQ.Socket made = context.createSocket(SocketType.SUB);
                made.subscribe("");
                made.connect(address);
                return made;
            });
        }

        @Override
        public boolean hasHeard() {
            return socket.recv(ZMQ.DONTWAIT) != null;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Libzmq. */
    final class ByPython implements RemoteSubscriber {

        private static final String PROGRAM = """
            import sys, zmq
            socket = zmq.Context().socket(zmq.SUB)
            socket.subscribe("")
            socket.connect(sys.argv[1])
            print(socket.recv(), flush=True)
            """;

        private final Process process;

        ByPython(LabHost machine, String address) throws IOException {
            process = new ProcessBuilder(
                            "nsenter",
                            "--net=/run/netns/" + machine.namespace(),
                            Publisher.ByPython.PYTHON,
                            "-c",
                            PROGRAM,
                            address)
                    .start();
        }

        @Override
        public boolean hasHeard() throws IOException {
            return process.getInputStream().available() > 0;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
