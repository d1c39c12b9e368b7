// SPDX-License-Identifier: EPL-2.0
package org.portio.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Snapshot;
import org.portio.export.FakeExporter;
import org.portio.export.SnapshotExporter;
import org.portio.testing.Faults;

class ServiceSnapshotExportersTest {

    private final ServiceSnapshotExporters exporters = new ServiceSnapshotExporters();

    @Test
    void listsFormatsByTheirExtension() {
        add(fake("txt"), 0);
        add(fake("csv"), 0);
        assertEquals(
                List.of("csv", "txt"),
                exporters.all().stream().map(SnapshotExporter::extension).toList());
    }

    @Test
    void prefersTheHigherRankingAndFallsBackWhenItGoes() throws IOException {
        SnapshotExporter plain = new FakeExporter("csv", out -> out.write("plain"));
        SnapshotExporter better = new FakeExporter("csv", out -> out.write("better"));
        add(plain, 0);
        add(better, 10);
        assertEquals("better", written());
        exporters.removeExporter(better);
        assertEquals("plain", written());
    }

    private String written() throws IOException {
        StringWriter out = new StringWriter();
        exporters.forFile(Path.of("a.csv")).orElseThrow().write(null, out);
        return out.toString();
    }

    @Test
    void oneThatHangsOrTakesAllMemoryFailsToWriteAndTheNextGoesOn() {
        ServiceSnapshotExporters impatient = new ServiceSnapshotExporters(Duration.ofMillis(50));
        CountDownLatch never = new CountDownLatch(1);
        impatient.addExporter(new FakeExporter("hang", _ -> awaitFor(never)), Map.of());
        SnapshotExporter eater = new FakeExporter("eat", _ -> {
            throw new OutOfMemoryError("Java heap space");
        });
        add(eater, 0);

        for (int i = 0; i < 2; i++) {
            IOException late = assertThrows(IOException.class, () -> write(impatient, "hang"));
            assertTrue(late.getMessage().endsWith("did not come to its end in time; choose another format"));
        }
        IOException eaten = assertThrows(IOException.class, () -> write(exporters, "eat"));
        assertInstanceOf(OutOfMemoryError.class, eaten.getCause());
        never.countDown();
    }

    private static void awaitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(ServiceSnapshotExporters exporters, String format) throws IOException {
        Optional<SnapshotExporter> exporter = exporters.forFile(Path.of("a." + format));
        while (exporter.isEmpty()) { // late with its name on a slow machine
            exporter = exporters.forFile(Path.of("a." + format));
        }
        exporter.get().write(null, new StringWriter());
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void aFaultyOneTakesNothingFromTheOthers(Faults fault) {
        add(fake("csv"), 0);
        exporters.all(); // The time that this machine needs to load is not the fault of an exporter.
        add(new FaultyExporter(fault, fault), 10);

        // On a slow machine the other one is also late: then it is asked again.
        assertTimeoutPreemptively(Faults.PATIENCE, () -> {
            while (exporters.forFile(Path.of("a.csv")).isEmpty()) {
                Thread.onSpinWait();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.class,
            names = {"EXCEPTION", "MISSING_CLASS", "STACK_OVERFLOW", "ASSERTION"})
    void oneThatFailsToWriteIsAFailureOfThatFile(Faults fault) {
        add(new FaultyExporter(null, fault), 0);
        SnapshotExporter exporter = exporters.forFile(Path.of("a.odd")).orElseThrow();

        IOException failure = assertThrows(IOException.class, () -> exporter.write(null, new StringWriter()));
        assertTrue(failure.getMessage().startsWith("the format Odd failed: "), failure.getMessage());
    }

    /** Creates one with a fault in its name, null for none, and one in its writing. */
    private record FaultyExporter(Faults naming, Faults writing) implements SnapshotExporter {

        @Override
        public String extension() {
            return naming == null ? "odd" : naming.instead();
        }

        @Override
        public String description() {
            return "Odd";
        }

        @Override
        public void write(Snapshot snapshot, Writer out) {
            writing.instead();
        }
    }

    private void add(SnapshotExporter exporter, int ranking) {
        exporters.addExporter(exporter, Map.of("service.ranking", ranking));
    }

    private static SnapshotExporter fake(String extension) {
        return new FakeExporter(extension, out -> out.write(extension));
    }
}
