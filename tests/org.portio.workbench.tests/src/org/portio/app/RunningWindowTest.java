// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A second start raises the window of the first, and the next start tells how the last one ended. */
@ExtendWith(InWorkbench.class)
class RunningWindowTest {

    @TempDir
    private Path directory;

    @Test
    void answersASecondStartAndComesToTheFront() {
        Shell window = Ui.page().getWorkbenchWindow().getShell();
        RunningWindow.answer(directory, window.getDisplay());
        window.setMinimized(true);

        CompletableFuture<Boolean> answered = ask(RunningWindow.PATIENCE);
        Ui.until("the request is answered", answered::isDone);
        assertTrue(answered.join());
        assertFalse(window.getMinimized());
        assertEquals(0, directory.toFile().list().length);
    }

    @Test
    void saysThatNobodyAnswers() {
        CompletableFuture<Boolean> answered = ask(Duration.ofMillis(200));

        Ui.until("the patience of the second start is over", answered::isDone);
        assertFalse(answered.join());
        assertEquals(0, directory.toFile().list().length);
    }

    private CompletableFuture<Boolean> ask(Duration patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return RunningWindow.raise(directory, patience);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void tellsOfACrashOnceAndWhereItsReportIs() throws Exception {
        Path report = directory.resolve("crash-4711.log");
        Files.writeString(directory.resolve("running"), "4711");
        Files.writeString(report, "SIGSEGV");

        LastEnd last = LastEnd.note(directory, directory);
        assertEquals(new LastEnd("4711", report), last);
        assertEquals(String.valueOf(ProcessHandle.current().pid()), Files.readString(directory.resolve("running")));

        var told = Ui.inDialog("PortIO Ended Unexpectedly", dialog -> {
            assertTrue(Dialogs.shows(dialog, Text.class, text -> text.getText().equals(report.toString())));
            Ui.press(dialog, "Close");
        });
        last.tell(Ui.page().getWorkbenchWindow().getShell());
        Ui.until("the crash was told", told);
    }

    @Test
    void findsTheReportThatHasNoProcessInItsName() throws Exception {
        Path report = directory.resolve("crash.log");
        Files.writeString(directory.resolve("running"), "4713");
        Files.writeString(report, "#  EXCEPTION_ACCESS_VIOLATION (0xc0000005) at pc=0x00007ffa, pid=4713, tid=456\n");
        assertEquals(report, LastEnd.note(directory, directory).report());

        Files.writeString(directory.resolve("running"), "471");
        assertNull(LastEnd.note(directory, directory).report());
    }

    @Test
    void knowsOfNoCrashWhereThereWasNone() throws Exception {
        assertEquals(new LastEnd("", null), LastEnd.note(directory, directory));

        Files.writeString(directory.resolve("running"), "4712");
        assertNull(LastEnd.note(directory, directory).report());

        Files.writeString(directory.resolve("running"), "../../etc/passwd");
        assertEquals("", LastEnd.note(directory, directory).pid());
    }
}
