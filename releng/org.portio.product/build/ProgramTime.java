// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Gives Windows programs the time of the commit in the place of the linker's, so that the same commit makes the same bytes. */
final class ProgramTime {

    /** Where the place of the header is, and from there on, those of the time and of the checksum; see Microsoft's PE format. */
    private static final int HEADER = 0x3c;

    private static final int TIME = 8;
    private static final int CHECKSUM = 0x58;

    private ProgramTime() {}

    /** Takes the time in ISO 8601, and the programs. */
    public static void main(String... args) throws IOException {
        for (int i = 1; i < args.length; i++) {
            Path file = Path.of(args[i]);
            ByteBuffer program = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int header = program.getInt(HEADER);
            program.putInt(header + TIME, (int) Instant.parse(args[0]).getEpochSecond());
            program.putInt(header + CHECKSUM, 0);
            program.putInt(header + CHECKSUM, checksum(program));
            Files.write(file, program.array());
        }
    }

    /** Returns the sum of all 16-bit words, each carry added to it, and of the length, which is even. */
    private static int checksum(ByteBuffer program) {
        int sum = 0;
        for (int at = 0; at < program.capacity(); at += Short.BYTES) {
            sum += Short.toUnsignedInt(program.getShort(at));
            sum = (sum & 0xffff) + (sum >>> Short.SIZE);
        }
        return sum + program.capacity();
    }
}
