// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.kernel.Syscalls;

/** Programs that call the kernel in another way than most. */
@EnabledOnOs(OS.LINUX)
class OddProgramsTest {

    private static final Set<CallKind> ALL = EnumSet.allOf(CallKind.class);

    /** Code for a 32-bit x86: socket(AF_INET, SOCK_STREAM, 0), bind(..., 127.0.0.1:0, 16), exit(errno), by socketcall(2). */
    private static final byte[] I386 = HexFormat.of()
            .parseHex("6a006a016a0289e1bb01000000b866000000cd8089c66a006a00687f000001"
                    + "6a0289e26a10525689e1bb02000000b866000000cd80f7d889c3b801000000cd80");

    private static final int BASE = 0x8048000;
    private static final int HEADERS = 52 + 32;

    @Test
    void aStaticProgramOf32BitsIsToldByItsOneCallForSockets(@TempDir Path folder) throws Exception {
        Path program = i386(folder.resolve("program"));
        assumeTrue(runs(program), "this kernel runs no 32-bit programs");
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            assertEquals("", Program.run(door, List.of(program.toString())));
            Told.Result bind = told.only(CallKind.BIND);
            assertEquals(new InetSocketAddress("127.0.0.1", 0), bind.call().address());
            assertEquals(Errno.NONE, bind.errno());
            assertTrue(bind.bound().getPort() > 0);
        }
    }

    private static boolean runs(Path program) throws InterruptedException {
        try {
            return new ProcessBuilder(program.toString()).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** Writes a program without a library, as elf(5) has it. */
    private static Path i386(Path file) throws IOException {
        int size = HEADERS + I386.length;
        ByteBuffer elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1}).position(16);
        elf.putShort((short) 2)
                .putShort((short) 3)
                .putInt(1)
                .putInt(BASE + HEADERS)
                .putInt(52)
                .putInt(0)
                .putInt(0);
        elf.putShort((short) 52).putShort((short) 32).putShort((short) 1).position(52);
        elf.putInt(1)
                .putInt(0)
                .putInt(BASE)
                .putInt(BASE)
                .putInt(size)
                .putInt(size)
                .putInt(5)
                .putInt(0x1000);
        elf.put(I386);
        Files.write(file, elf.array());
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    @Test
    void ioUringCanBeRefusedSoThatProgramsUseOrdinaryCalls() throws Exception {
        Told told =
                new Told(call -> call.kind() == CallKind.IO_URING ? new Answer.Refuse(Errno.EPERM) : Answer.PROCEED);
        try (Door door = Door.open(ALL, told)) {
            assertEquals("-1 " + Errno.EPERM, Program.python(door, """
                import ctypes
                libc = ctypes.CDLL(None, use_errno=True)
                print(libc.syscall(int(sys.argv[1]), 1, ctypes.create_string_buffer(120)), ctypes.get_errno())
                """, Syscalls.IO_URING_SETUP));
            Told.Result result = told.only(CallKind.IO_URING);
            assertEquals(Errno.EPERM, result.errno());
            assertEquals(-1, result.call().descriptor());
        }
    }

    @Test
    void theResultOfACallThatASignalComesInIsToldOnce() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            assertEquals("100", Program.python(door, """
                import signal
                signal.signal(signal.SIGALRM, lambda *_: None)
                signal.siginterrupt(signal.SIGALRM, False)
                signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)
                done = 0
                for i in range(100):
                    socket.socket(type=socket.SOCK_DGRAM).bind(('127.0.0.1', 0))
                    done += 1
                print(done)
                """));
            assertEquals(100, told.of(CallKind.BIND).size());
        }
    }

    @Test
    void anAddressThatCannotBeReadIsTheKernelsToJudge() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            assertEquals("-1 14", Program.python(door, """
                import ctypes
                libc = ctypes.CDLL(None, use_errno=True)
                unbound = socket.socket()
                print(libc.bind(unbound.fileno(), ctypes.c_void_p(8), 16), ctypes.get_errno())
                """));
            Told.Result result = told.only(CallKind.BIND);
            assertNull(result.call().address());
            assertEquals(Errno.UNKNOWN, result.errno());
        }
    }
}
