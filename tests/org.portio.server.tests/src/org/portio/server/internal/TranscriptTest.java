// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.server.TranscriptEntry;

class TranscriptTest {

    private static final InetSocketAddress CLIENT = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 5000);

    private final Transcript transcript = new Transcript();

    @Test
    void newestThousandAreKeptTheOldestFirst() {
        for (int i = 0; i < 2500; i++) {
            transcript.note(CLIENT, "event " + i);
        }
        List<String> texts = texts();
        assertEquals(1000, texts.size());
        assertEquals("event 1500", texts.getFirst());
        assertEquals("event 2499", texts.getLast());
    }

    @Test
    void entriesAreInTheOrderOfTheirTimesWhoeverWritesThem() throws InterruptedException {
        Thread[] writers = new Thread[4];
        for (int i = 0; i < writers.length; i++) {
            writers[i] = Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 200; j++) {
                    transcript.note(CLIENT, "event");
                }
            });
        }
        for (Thread writer : writers) {
            writer.join();
        }
        List<TranscriptEntry> entries = transcript.entries();
        assertEquals(800, entries.size());
        for (int i = 1; i < entries.size(); i++) {
            assertTrue(!entries.get(i).time().isBefore(entries.get(i - 1).time()));
        }
    }

    @Test
    void clientIsNamedAsUsersWriteIt() {
        transcript.note("of the server itself");
        transcript.note(CLIENT, "IPv4");
        transcript.note(new InetSocketAddress(InetAddress.ofLiteral("2001:db8::7"), 5000), "IPv6");
        assertEquals(
                List.of("", "192.0.2.7:5000", "[2001:db8::7]:5000"),
                transcript.entries().stream().map(TranscriptEntry::client).toList());
    }

    @Test
    void dataIsShownByItsBeginningInOneLineOfHarmlessCharacters() {
        received("one\r\ntwo\t\\ \u001b[31m \u007f \u009b \u202e");
        received("x".repeat(61));
        received("y");
        received("");
        assertEquals(
                List.of(
                        "received 25 bytes: one\\r\\ntwo\\t\\\\ \\x1b[31m \\x7f \\xc2\\x9b \\xe2\\x80\\xae",
                        "received 61 bytes: " + "x".repeat(60) + "...",
                        "received 1 byte: y",
                        "received"),
                texts());
    }

    private void received(String text) {
        transcript.data(CLIENT, "received", ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void dataOfOneClientIsListedUpToABoundAndItsEndAlways() {
        ClientNotes notes = new ClientNotes(transcript, CLIENT);
        notes.note("connected");
        for (int i = 0; i < 1000; i++) {
            notes.received(ByteBuffer.wrap(new byte[] {'a'}));
            notes.sent(ByteBuffer.wrap(new byte[] {'a'}));
        }
        notes.note("closed");
        List<String> texts = texts();
        assertEquals(1 + ClientNotes.DATA_ENTRIES + 1 + 1, texts.size());
        assertEquals("further data is not listed", texts.get(texts.size() - 2));
        assertEquals("closed", texts.getLast());
    }

    private List<String> texts() {
        return transcript.entries().stream().map(TranscriptEntry::text).toList();
    }
}
