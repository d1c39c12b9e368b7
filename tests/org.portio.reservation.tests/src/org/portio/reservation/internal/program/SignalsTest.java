// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final Path GATE = Path.of("../../releng/org.portio.product/launch/lib/signal-gate.sh");

    @Test
    void theStartScriptBlocksTheSameSignals() throws IOException {
        String numbers = Pattern.compile("signals=(?:\\$signals,)?([0-9,]+)")
                .matcher(Files.readString(GATE))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining(","));
        assertEquals(
                IntStream.rangeClosed(1, 64)
                        .filter(signal -> (Signals.ALL & Signals.bit(signal)) != 0)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(",")),
                numbers);
    }
}
