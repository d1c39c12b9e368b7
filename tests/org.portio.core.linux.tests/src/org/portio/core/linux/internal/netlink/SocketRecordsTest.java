// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.netlink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.core.linux.internal.FakeTransport.done;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.portio.core.address.NetInterface;
import org.portio.core.linux.internal.FakeTransport;

/** Tests on messages that Linux 6.18 wrote on x86-64, about two listeners in the control group 44. */
@DisabledIf(value = "isBigEndian", disabledReason = "the captured messages are those of a little-endian machine")
class SocketRecordsTest {

    private static final String IPV6_LISTENER = "840000001200020007000000413f00000a0a000015de0000"
            + "0000000000000000000000000000000100000000000000000000000000000000"
            + "00000000f813000000000000000000000000000007000000000000005d920100"
            + "050008000000000005000b000100000008000f00000000000c0015002c000000000000000600160012000000";
    private static final String IPV4_LISTENER = "7c0000001200020007000000413f0000020a000015df0000"
            + "7f00000100000000000000000000000000000000000000000000000000000000"
            + "00000000f913000000000000000000000000000007000000000000005c920100"
            + "050008000000000008000f00000000000c0015002c000000000000000600160052000000";
    private static final int INTERRUPTED = 0x12;
    private static final int WHOLE = 2;

    private final FakeTransport kernel = new FakeTransport();
    private final NetlinkDump dump = new NetlinkDump(kernel);
    private final SocketRecords records = new SocketRecords();

    static boolean isBigEndian() {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
    }

    @Test
    void readsTheFieldsOfASocketAndItsControlGroup() throws IOException {
        answerOnce(WHOLE, IPV6_LISTENER, IPV4_LISTENER);

        records.read(dump);

        assertEquals(2, records.count());
        assertTrue(records.isTcp(1) && records.isIpv6(0) && !records.isIpv6(1));
        assertEquals(5599, records.localPort(1));
        assertArrayEquals(new byte[] {127, 0, 0, 1}, records.localAddress(1));
        assertEquals(0x13f9, records.cookie(1));
        assertEquals(0x1925c, records.inode(1));
        assertEquals(7, records.sendQueue(1));
        assertEquals(44, records.controlGroup(0));
        assertEquals(44, records.controlGroup(1));
    }

    @Test
    void namesTheInterfaceThatASocketIsBoundToAtEachMomentAnew() throws IOException {
        String bound = IPV4_LISTENER.replaceFirst("00000000f913", "05000000f913");
        kernel.name(5, "eth0");
        answerOnce(WHOLE, bound, IPV6_LISTENER);
        records.read(dump);
        long before = records.fingerprint(0);
        assertEquals(new NetInterface(5, "eth0"), records.netInterface(0));
        assertEquals(NetInterface.NONE, records.netInterface(1));

        kernel.name(5, "wan");
        answerOnce(WHOLE, bound);
        records.read(dump);

        assertEquals(new NetInterface(5, "wan"), records.netInterface(0));
        assertNotEquals(before, records.fingerprint(0));

        kernel.name(5, "");
        answerOnce(WHOLE, bound);
        records.read(dump);

        assertEquals(new NetInterface(5, ""), records.netInterface(0), "no interface has the number any more");
    }

    @Test
    void knowsNoControlGroupWhereTheKernelTellsNone() throws IOException {
        String withoutAttributes = IPV4_LISTENER.substring(8, 2 * 88);
        answerOnce(WHOLE, IPV4_LISTENER);
        answerOnce(WHOLE, "58000000" + withoutAttributes);
        records.read(dump);
        long before = records.fingerprint(0);

        records.read(dump);

        assertEquals(5599, records.localPort(0));
        assertEquals(0, records.controlGroup(0));
        assertNotEquals(before, records.fingerprint(0));
    }

    @Test
    void doesNotReadBeyondABrokenAttribute() throws IOException {
        // The last attribute says that it has 255 bytes, and the one before that it has none.
        answerOnce(WHOLE, IPV4_LISTENER.replace("0c001500", "ff001500"), IPV4_LISTENER.replace("08000f00", "00000f00"));

        records.read(dump);

        assertEquals(0, records.controlGroup(0));
        assertEquals(0, records.controlGroup(1));
    }

    @Test
    void readsListenersAloneAgainAndKeepsTheOthersAsTheyWere() throws IOException {
        String connected = IPV4_LISTENER.replace("0000020a0000", "000002010000");
        answerOnce(WHOLE, IPV6_LISTENER, IPV6_LISTENER, connected);
        records.read(dump);

        kernel.answer(IPV4_LISTENER).answer(done(WHOLE));
        records.readListeners(dump);

        assertEquals(2, records.count());
        assertTrue(records.isListener(0) && !records.isIpv6(0));
        assertFalse(records.isListener(1));
        assertEquals(0x13f9, records.cookie(1));

        String[] many = Collections.nCopies(400, IPV6_LISTENER).toArray(String[]::new);
        kernel.answer(many).answer(many).answer(done(WHOLE));
        records.readListeners(dump);

        assertEquals(801, records.count());
        assertTrue(records.isListener(799) && records.isIpv6(799));
        assertFalse(records.isListener(800));
    }

    @Test
    void showsASocketThatWasOnlyBoundAndListensNowOnce() throws IOException {
        String connected = IPV4_LISTENER.replace("0000020a0000", "000002010000");
        String bound = IPV6_LISTENER.replace("0a0a0000", "0a070000");
        answerOnce(WHOLE, bound, connected);
        records.read(dump);

        kernel.answer(IPV6_LISTENER).answer(done(WHOLE));
        records.readListeners(dump);

        assertEquals(2, records.count());
        assertTrue(records.isListener(0) && records.isIpv6(0));
        assertFalse(records.isListener(1) || records.isIpv6(1));
        assertEquals(1, records.kept());
    }

    @Test
    void readsListenersAgainAtTheEndOfAReadingOfVeryManySockets() throws IOException {
        String connected = IPV4_LISTENER.replace("0000020a0000", "000002010000");
        String[] many = Collections.nCopies(500, connected).toArray(String[]::new);
        kernel.answer(IPV6_LISTENER);
        for (int i = 0; i < 41; i++) {
            kernel.answer(many);
        }
        answerOnce(WHOLE);
        kernel.answer(IPV4_LISTENER, IPV4_LISTENER).answer(done(WHOLE));

        records.read(dump);

        assertEquals(2 + 41 * 500, records.count());
        assertTrue(records.isListener(1) && !records.isIpv6(0));
        assertEquals(0, records.kept());
    }

    @Test
    void keepsWhatItHasIfListenersCannotBeRead() throws IOException {
        answerOnce(WHOLE, IPV6_LISTENER, IPV4_LISTENER);
        records.read(dump);
        for (int i = 0; i < 9; i++) {
            kernel.answer(IPV4_LISTENER, done(INTERRUPTED));
        }

        assertThrows(IOException.class, () -> records.readListeners(dump));

        assertEquals(2, records.count());
        assertTrue(records.isIpv6(0));
    }

    @Test
    void takesADumpAgainUnderWhichTheTablesChanged() throws IOException {
        kernel.answer(IPV6_LISTENER, IPV4_LISTENER).answer(done(INTERRUPTED));
        answerOnce(WHOLE, IPV4_LISTENER);

        records.read(dump);

        assertEquals(1, records.count());
        assertEquals(5599, records.localPort(0));
        assertEquals(4, kernel.requests().size());
    }

    @Test
    void takesItAgainWhereOnlyAMessageInTheMiddleSaysSo() throws IOException {
        kernel.answer(IPV6_LISTENER.replace("12000200", "12001200"), IPV4_LISTENER)
                .answer(done(WHOLE));
        answerOnce(WHOLE, IPV4_LISTENER);

        records.read(dump);

        assertEquals(1, records.count());
    }

    @Test
    void givesUpWhenTheTablesChangeDuringEachDump() {
        for (int i = 0; i < 9; i++) {
            kernel.answer(IPV4_LISTENER, done(INTERRUPTED));
        }

        IOException failure = assertThrows(IOException.class, () -> records.read(dump));

        assertEquals("the kernel's tables changed during each of 5 dumps", failure.getMessage());
        assertEquals(5, kernel.requests().size());
    }

    @Test
    void saysWhyTheKernelRefuses() {
        kernel.answer(FakeTransport.message(2, 0, "feffffff"));

        IOException failure = assertThrows(IOException.class, () -> records.read(dump));

        assertEquals("netlink refused the request: errno 2", failure.getMessage());
    }

    @Test
    void refusesMessagesThatLieAboutTheirLength() {
        for (String length : List.of("00000000", "0f000000", "10000000", "ff000000", "ffffff7f", "ffffffff")) {
            kernel.answer(length + IPV4_LISTENER.substring(8)).answer(done(WHOLE));

            IOException failure = assertThrows(IOException.class, () -> records.read(dump));
            assertTrue(failure.getMessage().startsWith("netlink sent a "), failure.getMessage());
        }
    }

    /** Only a kernel could send these: they are read, or refused with a message, and never end in another exception. */
    @Test
    void readsOrRefusesMessagesWithAnyWrongBytes() {
        Random random = new Random(18);
        byte[] whole = HexFormat.of().parseHex(IPV6_LISTENER + IPV4_LISTENER);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] faulty = whole.clone();
            for (int fault = random.nextInt(4); fault >= 0; fault--) {
                // The number of the request stays as it is: a message of another request is skipped.
                int at = random.nextInt(faulty.length);
                faulty[at] = at % (IPV6_LISTENER.length() / 2) / 4 == 2 ? faulty[at] : (byte) random.nextInt();
            }
            FakeTransport lying = new FakeTransport();
            lying.answer(HexFormat.of().formatHex(faulty), done(WHOLE));
            for (int more = 0; more < 30; more++) {
                lying.answer(done(WHOLE));
            }
            try {
                new SocketRecords().read(new NetlinkDump(lying));
            } catch (IOException _) {
                refused++;
            }
        }
        assertTrue(refused > 1000, "refused: " + refused);
    }

    /** Returns one answer to each of the three requests of a snapshot. */
    private void answerOnce(int flags, String... tcp) {
        kernel.answer(tcp).answer(done(flags)).answer(done(WHOLE)).answer(done(WHOLE));
    }
}
