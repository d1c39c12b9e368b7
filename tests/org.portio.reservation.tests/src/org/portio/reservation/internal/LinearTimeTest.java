// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.portio.testing.LinearTime.assertLinear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.json.JsonFile;
import org.portio.reservation.internal.store.StoreDocument;

/** Reading the file of reservations takes time in proportion to its length, whatever it contains. */
class LinearTimeTest {

    private static final String ENTRY = "{\"port\":8080,\"protocol\":\"TCP\"},";

    @ParameterizedTest
    @ValueSource(strings = {" ", "[", "{", "\"", "1", ",", "\\", ENTRY, "{},", "[],", "1,"})
    void fileOfAnyKind(String part) {
        for (String begin : new String[] {"", "[", "{\"schema\":1,\"reservations\":[", "{\"a\":\""}) {
            assertLinear(begin + part, length -> begin + part.repeat(length / part.length()) + "{}]}", text -> {
                try {
                    StoreDocument.parse(
                            text,
                            new JsonFile(Path.of("none"), 1, new ArrayList<>()::add),
                            Instant.EPOCH,
                            new ArrayList<>()::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
