// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.process.Recognizer;
import org.portio.testing.Faults;
import org.portio.testing.Sockets;

class RecognizersTest {

    private static final Recognition SERVER = new Recognition(Kind.SERVER, "PostgreSQL", "");
    private static final Recognition UNIT = new Recognition(Kind.UNIT, "db.service", "the control group /db.service");

    private final ProcessInfo process = Sockets.process(42, "postgres");
    private final Recognizers recognizers = new Recognizers(Path.of("/proc"));

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyOneTakesNothingFromTheOthers(Faults fault) {
        recognizers.add((_, _) -> fault.instead(), Map.of());
        recognizers.add((_, _) -> List.of(SERVER), Map.of());

        assertTimeoutPreemptively(Faults.PATIENCE, () -> assertEquals(List.of(SERVER, UNIT), recognized()));
    }

    @Test
    void anAnswerWithNothingInItIsAFaultToo() {
        recognizers.add((_, _) -> Arrays.asList(SERVER, null), Map.of());

        assertEquals(List.of(UNIT), recognized());
    }

    @Test
    void whatSeveralRecognizeIsSaidOnceAndNothingOfOneThatIsGone() {
        Recognizer gone = (_, _) -> List.of(new Recognition(Kind.PROJECT, "shop", ""));
        recognizers.add(gone, Map.of());
        recognizers.remove(gone);
        recognizers.add((_, _) -> List.of(SERVER, UNIT), Map.of());

        assertEquals(List.of(SERVER, UNIT), recognized());
    }

    private List<Recognition> recognized() {
        ProcessOrigin origin = new ProcessOrigin(List.of(), "", "/db.service", List.of());
        return recognizers.recognize(process, origin).recognized();
    }
}
