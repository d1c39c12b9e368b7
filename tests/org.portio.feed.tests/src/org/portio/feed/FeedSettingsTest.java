// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException.Kind;

/** Checks where the feed may be bound, and where not. */
class FeedSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:5556", "tcp://[::1]:5556", "tcp://0.0.0.0:0"})
    void addressesAreWrittenAsTheyAreRead(String text) throws FeedException {
        assertEquals(text, FeedAddress.parse(text).toString());
    }

    @Test
    void aStarMeansAllAddresses() throws FeedException {
        assertEquals("tcp://0.0.0.0:5556", FeedAddress.parse("tcp://*:5556").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:5556",
                "tcp://",
                "tcp://127.0.0.1",
                "tcp://127.0.0.1:65536",
                "tcp://host:1",
                "udp://127.0.0.1:1"
            })
    void otherTextsAreRefusedWithAnExample(String text) {
        FeedException refused = assertThrows(FeedException.class, () -> FeedAddress.parse(text));
        assertEquals(
                "'" + text + "' is not an address of the feed; write it as tcp://127.0.0.1:5556", refused.getMessage());
    }

    @Test
    void ipcIsRefusedWithTheReason() {
        FeedException refused = assertThrows(FeedException.class, () -> FeedAddress.parse("ipc:///tmp/feed"));
        assertEquals(Kind.UNSUPPORTED, refused.kind());
        assertEquals(
                "ipc:// is not offered: the library emulates it with a TCP port that every local user reaches; use"
                        + " tcp://127.0.0.1:PORT, which only those with a key can read",
                refused.getMessage());
    }

    @Test
    void plainIsRefusedWhereOtherMachinesReachIt() throws FeedException {
        FeedAddress loopback = FeedAddress.parse("tcp://127.0.0.1:5556");
        FeedAddress open = FeedAddress.parse("tcp://*:5557");

        FeedException refused = assertThrows(FeedException.class, () -> FeedSettings.of(loopback, open, true));

        assertEquals(Kind.REFUSED, refused.kind());
        assertEquals(
                "other machines could read everything on tcp://0.0.0.0:5557 without a key; leave out --plain, and"
                        + " allow each subscriber's key; or bind it to 127.0.0.1",
                refused.getMessage());
        assertEquals(open, FeedSettings.of(loopback, open, false).snapshots());
    }

    @Test
    void snapshotsAreOnTheNextPort() throws FeedException {
        FeedAddress address = FeedAddress.parse("tcp://127.0.0.1:5556");
        assertEquals(5557, FeedSettings.of(address, null, true).snapshots().port());
        assertThrows(FeedException.class, () -> FeedSettings.of(address.withPort(65_535), null, true));
        assertThrows(FeedException.class, () -> FeedSettings.of(address, address, true));
    }
}
