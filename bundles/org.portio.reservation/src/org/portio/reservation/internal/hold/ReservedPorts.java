// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.StringJoiner;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.system.MissingRight;
import org.portio.core.system.User;

/**
 * The ports that Linux does not give to outgoing connections ({@code ip_local_reserved_ports}): a list that others write,
 * too, and that is gone when the system starts again.
 */
public class ReservedPorts {

    private static final int PORTS = 65536;

    private final Path list;
    private final Path run;

    /** Below this root of the file system. */
    public ReservedPorts(Path root) {
        list = root.resolve("proc/sys/net/ipv4/ip_local_reserved_ports");
        run = root.resolve("proc/sys/kernel/random/boot_id");
    }

    public boolean areSupported() {
        return Files.exists(list);
    }

    public boolean mayBeChanged() {
        return Files.isWritable(list);
    }

    /** Returns the name of the time since the system started. */
    public String run() throws IOException {
        return Files.readString(run).strip();
    }

    public BitSet read() throws IOException {
        BitSet ports = new BitSet(PORTS);
        for (String range : SystemSettings.read(list).split(",")) {
            if (!range.isBlank()) {
                String[] ends = range.strip().split("-");
                ports.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
            }
        }
        return ports;
    }

    public void write(BitSet ports) throws IOException {
        ByteBuffer text = ByteBuffer.wrap((format(ports) + "\n").getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel =
                FileChannel.open(list, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            // The kernel takes a long list in parts, each up to a comma.
            while (text.hasRemaining()) {
                channel.write(text);
            }
        }
    }

    /** Returns the command that puts these in the list; for root, who was refused, no command helps. */
    public static String whatHelps(BitSet ports) {
        return MissingRight.isRoot()
                ? "the system refuses even root: /proc/sys is read-only in most containers; change"
                        + " net.ipv4.ip_local_reserved_ports outside it"
                : User.ofSystem().runAsRoot("sysctl -w net.ipv4.ip_local_reserved_ports=" + format(ports));
    }

    /** Returns text such as {@code 8080,9000-9010}. */
    static String format(BitSet ports) {
        StringJoiner text = new StringJoiner(",");
        for (int from = ports.nextSetBit(0); from >= 0; ) {
            int end = ports.nextClearBit(from);
            text.add(end - from == 1 ? String.valueOf(from) : from + "-" + (end - 1));
            from = ports.nextSetBit(end);
        }
        return text.toString();
    }
}
