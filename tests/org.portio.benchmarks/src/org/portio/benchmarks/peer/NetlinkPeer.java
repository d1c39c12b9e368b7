// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A C program that only reads the kernel's dump: no reader of these sockets can be much faster. */
final class NetlinkPeer implements Peer {

    private static final String SOURCE = "netlink_dump.c";

    private final Process process;

    private NetlinkPeer(Process process) {
        this.process = process;
    }

    /** Compiles and starts it; for machines that have a C compiler. */
    static NetlinkPeer compile() throws IOException {
        Path directory = Files.createTempDirectory("portio-benchmarks");
        Path source = directory.resolve(SOURCE);
        Path program = directory.resolve("netlink_dump");
        try (InputStream in = NetlinkPeer.class.getResourceAsStream(SOURCE)) {
            Files.copy(Objects.requireNonNull(in), source);
            if (CommandPeer.run(List.of("cc", "-O2", "-o", program.toString(), source.toString())) != 0) {
                throw new IOException("cc cannot compile " + SOURCE);
            }
            return new NetlinkPeer(new ProcessBuilder(program.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } finally {
            // A running program does not need its file any more.
            Files.deleteIfExists(source);
            Files.deleteIfExists(program);
            Files.delete(directory);
        }
    }

    @Override
    public String name() {
        return Field.NETLINK;
    }

    /** The program takes the time itself and dumps once for each line that it reads. */
    @Override
    public long measure() throws IOException {
        process.outputWriter().append('\n').flush();
        String nanos = process.inputReader().readLine();
        if (nanos == null) {
            throw new IOException(SOURCE + " has ended");
        }
        return Long.parseLong(nanos);
    }

    @Override
    public int callsPerRound() {
        return 3;
    }

    @Override
    public void warmUp() throws IOException {
        for (int i = 0; i < 10; i++) {
            measure();
        }
    }

    @Override
    public void close() throws IOException {
        // It ends at the end of its input.
        process.outputWriter().close();
    }
}
