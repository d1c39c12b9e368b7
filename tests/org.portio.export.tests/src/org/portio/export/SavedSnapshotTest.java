// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.Snapshot;
import org.portio.json.JsonException;

class SavedSnapshotTest {

    private static final Connection[] ALL = {
        Samples.SHARED,
        Samples.HIDDEN,
        Samples.MAPPED,
        Samples.UNCONNECTED,
        Samples.CONNECTED,
        Samples.LONG,
        Samples.ELSEWHERE
    };

    @Test
    void readsEverySocketSoThatNothingDiffers() throws IOException {
        Snapshot saved = Samples.snapshot(ALL);

        Snapshot read = SavedSnapshot.parse(Samples.text(new JsonExporter(), ALL));

        assertEquals(List.of(), Comparison.of(saved, read).differences());
        assertEquals(saved.connections().size(), read.connections().size());
        assertEquals(saved.time(), read.time());
        assertEquals(saved.total(), read.total());
    }

    @Test
    void readsWhoHasASocket() throws IOException {
        Connection read = SavedSnapshot.parse(Samples.text(new JsonExporter(), Samples.SHARED))
                .connections()
                .getFirst();

        assertEquals("42,43", read.pidText());
        assertEquals("java", read.owners().getFirst().name());
        assertEquals(Samples.SHARED.user(), read.user());
        assertEquals(Samples.SHARED.ownership(), read.ownership());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "\"schema\":1; \"schema\":2; 'schema' is not 1, the one that this version of PortIO reads",
                "\"protocol\":\"tcp\"; \"protocol\":\"sctp\";"
                        + " 'connections[0].protocol' is not one of those that this version of PortIO knows",
                "127.0.0.1; example.org; 'connections[0].localAddress' is not an address",
                "\"localPort\":8080; \"localPort\":80800; 'connections[0].localPort' is not a number from 0 to 65535",
                "[42,43]; [42,4.3]; 'connections[0].pids' is not a list of whole numbers",
                "[42,43]; []; 'connections[0].ownership' is not what the property 'pids' says",
                "\"schema\":1; ; this is not JSON"
            })
    void saysWhatIsWrong(String good, String bad, String message) throws IOException {
        String text = Samples.text(new JsonExporter(), Samples.SHARED).replace(good, bad == null ? "" : bad);

        JsonException wrong = assertThrows(JsonException.class, () -> SavedSnapshot.parse(text));

        assertEquals(message, wrong.getMessage());
    }

    @Test
    void saysThatAFileIsNotText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("x.json"), new byte[] {'{', (byte) 0xff});

        NotASnapshotException wrong = assertThrows(NotASnapshotException.class, () -> SavedSnapshot.read(file));

        assertEquals("this is not text in UTF-8", wrong.getMessage());
    }
}
