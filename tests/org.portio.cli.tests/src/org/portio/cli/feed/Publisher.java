// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.opentest4j.TestAbortedException;
import org.portio.core.system.CommandRunner;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** A program of somebody else that publishes on a port, with one of the two libraries. */
interface Publisher extends AutoCloseable {

    /** The libraries for ZeroMQ. */
    enum Library {
        JEROMQ,
        LIBZMQ
    }

    /** Returns whether it got the port. */
    boolean isBound();

    long pid();

    @Override
    void close();

    static Publisher on(Library library, int port) throws IOException {
        return library == Library.JEROMQ ? new ByJava(port) : new ByPython(port);
    }

    /** Skips the test if the library is not there. */
    static void assume(Library library) throws IOException {
        if (library == Library.LIBZMQ && (!Files.isExecutable(Path.of(ByPython.PYTHON)) || python("import zmq") != 0)) {
            throw new TestAbortedException("skipped: Python has no ZeroMQ; on Debian: apt-get install python3-zmq");
        }
    }

    private static int python(String program) throws IOException {
        return CommandRunner.ofSystem()
                .run(List.of(ByPython.PYTHON, "-c", program), "", Duration.ofSeconds(30))
                .exitCode();
    }

    /** JeroMQ in this process. */
    final class ByJava implements Publisher {

        private final ZContext context = new ZContext();
        private final boolean bound;

        ByJava(int port) {
            ZMQ.Socket socket = context.createSocket(SocketType.PUB);
            boolean got;
            try {
                got = socket.bind("tcp://127.0.0.1:" + port);
            } catch (ZMQException _) {
                got = false;
            }
            bound = got;
        }

        @Override
        public boolean isBound() {
            return bound;
        }

        @Override
        public long pid() {
            return ProcessHandle.current().pid();
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Libzmq in a process of its own. */
    final class ByPython implements Publisher {

        static final String PYTHON = "/usr/bin/python3";

        private static final String PROGRAM = """
            import sys, zmq
            socket = zmq.Context().socket(zmq.PUB)
            try:
                socket.bind("tcp://127.0.0.1:" + sys.argv[1])
                print("bound", flush=True)
            except zmq.ZMQError as e:
                print(e, flush=True)
            sys.stdin.read()
            """;

        private final Process process;
        private final boolean bound;

        ByPython(int port) throws IOException {
            process = new ProcessBuilder(PYTHON, "-c", PROGRAM, String.valueOf(port)).start();
            try (BufferedReader lines = process.inputReader()) {
                bound = "bound".equals(lines.readLine());
            }
        }

        @Override
        public boolean isBound() {
            return bound;
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
