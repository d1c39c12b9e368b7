// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.ProcessInfo;
import org.portio.core.event.ProcessBegan;
import org.portio.core.event.ProcessExecuted;
import org.portio.core.event.ProcessExited;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;

class ProcessBookTest {

    private static final Instant NOW = Instant.parse("2026-11-29T01:00:00Z");

    private final Map<Long, ProcessInfo> running = new HashMap<>();
    private int reads;
    private final ProcessBook book = new ProcessBook(new Processes() {
        @Override
        public Optional<ProcessInfo> read(long pid) {
            reads++;
            return Optional.ofNullable(running.get(pid));
        }

        @Override
        public List<ProcessInfo> children(ProcessInfo process) {
            return List.of();
        }

        @Override
        public Optional<ProcessOrigin> origin(ProcessInfo process) {
            return Optional.empty();
        }

        @Override
        public String workingDirectory(ProcessInfo process) {
            return running.containsKey(process.pid()) ? "/home/ann" : "";
        }
    });

    @Test
    void knowsAProcessThatHasEndedByTheTimeThatItsSocketIsSeen() {
        running.put(42L, process(42, "curl"));
        book.heard(new ProcessExecuted(NOW, 42));
        running.clear();
        book.heard(new ProcessExited(NOW, 42));

        assertEquals("curl", name(42));
        assertEquals("/home/ann", book.directory(process(42, "curl")));
        assertEquals(
                List.of(process(42, "curl")),
                book.named(List.of(new ProcessInfo(42, null, "(ended)", "", "", null, 0))));
    }

    @Test
    void takesACopyOfAProcessForOne() {
        running.put(42L, process(42, "sshd"));
        book.heard(new ProcessExecuted(NOW, 42));
        running.clear();
        book.heard(new ProcessBegan(NOW, 43, 42));

        assertEquals("sshd", name(43));
        assertEquals(42, book.process(43).orElseThrow().parentPid());
    }

    @Test
    void doesNotTakeItForItsParentOnceItRunsSomethingElse() {
        running.put(42L, process(42, "sh"));
        book.heard(new ProcessExecuted(NOW, 42));
        running.clear();
        book.heard(new ProcessBegan(NOW, 43, 42));
        book.heard(new ProcessExecuted(NOW, 43));

        assertEquals(Optional.empty(), book.process(43));
    }

    @Test
    void doesNotTakeAPidForTheProcessThatHadItBefore() {
        running.put(42L, process(42, "curl"));
        book.heard(new ProcessExecuted(NOW, 42));
        running.clear();
        book.heard(new ProcessBegan(NOW, 42, 1));

        assertEquals(Optional.empty(), book.process(42));
    }

    @Test
    void looksAtSoManyProcessesASecondAndNoMore() {
        for (int pid = 1; pid <= 1000; pid++) {
            book.heard(new ProcessExecuted(NOW, pid));
        }
        assertEquals(200, reads);

        book.heard(new ProcessExecuted(NOW.plusSeconds(1), 2000));
        assertEquals(201, reads);
    }

    @Test
    void nobodyHasThePidOfTheKernel() {
        assertEquals(Optional.empty(), book.process(0));
        assertEquals(0, reads);
    }

    private String name(long pid) {
        return book.process(pid).orElseThrow().name();
    }

    private static ProcessInfo process(long pid, String name) {
        return new ProcessInfo(pid, NOW, name, name, "/usr/bin/" + name, null, 1);
    }
}
