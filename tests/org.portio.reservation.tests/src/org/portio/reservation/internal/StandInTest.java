// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.reservation.HandOver;
import org.portio.reservation.internal.hold.LinuxSockets;
import org.portio.trace.Door;

/** A process that stands in for the program that it runs, and receives all kinds of signals. */
class StandInTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EXIT = 3;

    /** Notes each signal as it comes; ends at the last of them. */
    private static final String PROGRAM = """
        import os, signal, sys
        log = open(sys.argv[1], 'a', buffering=1)
        all = set(range(1, 65)) - {9, 17, 19, 32, 33}
        signal.pthread_sigmask(signal.SIG_BLOCK, all)
        print('ready', os.getpid(), file=log)
        got = 0
        while got != 64:
            got = signal.sigwait(all)
            print(got, file=log)
        sys.exit(3)
        """;

    /** Leaves processes alone, and waits until they have ended and are forgotten. */
    private static final String ORPHANS = """
        import os, sys, time
        orphans = []
        for i in range(20):
            read, write = os.pipe()
            if os.fork() == 0:
                orphan = os.fork()
                if orphan == 0:
                    time.sleep(i / 50)
                    os._exit(0)
                os.write(write, str(orphan).encode())
                os._exit(0)
            os.wait()
            orphans.append(int(os.read(read, 20)))
        end = time.time() + 30
        while any(os.path.exists('/proc/%d' % orphan) for orphan in orphans):
            if time.time() > end: sys.exit(4)
            time.sleep(0.02)
        sys.exit(3)
        """;

    /** A minimal shell: runs the command as the terminal's job, presses keys, and reports what becomes of the job. */
    private static final String TERMINAL = """
        import os, pty, signal, sys, time
        log, keys, command = sys.argv[1], sys.argv[2], sys.argv[3:]
        def wait(what, limit=60):
            end = time.time() + limit
            while not what():
                if time.time() > end: sys.exit('waited in vain')
                time.sleep(0.02)
        def logged(text): return os.path.exists(log) and text in open(log).read().split('\\n')
        program = lambda: int([l for l in open(log) if l.startswith('ready')][0].split()[1])
        shell, master = pty.fork()
        if shell:
            def drain():
                try: return os.read(master, 4096)
                except OSError: return b''
            wait(lambda: any(l.startswith('ready') for l in open(log)) if os.path.exists(log) else False)
            for key in keys.split(','):
                if key == 'stop': os.kill(program(), signal.SIGTSTP)
                else: os.write(master, bytes([int(key)]))
                time.sleep(0.5)
            while drain(): pass
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(shell, 0)[1]))
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        job = os.fork()
        if job == 0:
            os.setpgid(0, 0)
            os.tcsetpgrp(0, os.getpid())
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            os.execvp(command[0], command)
        while True:
            _, status = os.waitpid(job, os.WUNTRACED)
            if not os.WIFSTOPPED(status): break
            note = open(log, 'a')
            print('stopped by', os.WSTOPSIG(status), file=note)
            wait(lambda: open('/proc/%d/stat' % program()).read().rsplit(')', 1)[1].split()[0] == 'T')
            print('the program has stopped', file=note)
            note.close()
            os.killpg(job, signal.SIGCONT)
            os.kill(job, 64)
        sys.exit(os.waitstatus_to_exitcode(status))
        """;

    @TempDir
    private Path home;

    private Path log;
    private Process process;

    @BeforeEach
    void needsLinux() {
        assumeTrue(LinuxSockets.arePossible(), "skipped: signals are passed on on Linux");
        log = home.resolve("log");
    }

    @AfterEach
    void end() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        ProcessHandle.allProcesses()
                .filter(handle -> handle.info().commandLine().orElse("").contains(log.toString()))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private List<String> command(HandOver way, String program) throws IOException {
        List<String> command = TestJava.command(
                Runner.class, home.toString(), String.valueOf(TestPorts.free()), way.name(), "/usr/bin/python3", "-c");
        command.addAll(List.of(program, log.toString()));
        return command;
    }

    private void start(List<String> command) throws Exception {
        process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(home.resolve("stderr").toFile())
                .start();
    }

    /** Starts it in a process group of its own. */
    private void startApart(HandOver way) throws Exception {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command(way, PROGRAM));
        start(command);
        assertTrue(TestPorts.becomes(() -> lines().size() == 1, PATIENCE), this::told);
    }

    private List<String> lines() {
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String told() {
        try {
            return lines() + Files.readString(home.resolve("stderr"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> signals() {
        List<String> lines = lines();
        return lines.subList(1, lines.size());
    }

    private void send(String target, int signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, "--", target).start();
        assertEquals(0, kill.waitFor());
    }

    private void assertEnds(int exit) throws Exception {
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), this::told);
        assertEquals(exit, process.exitValue(), this::told);
    }

    @ParameterizedTest
    @EnumSource(names = {"DESCRIPTOR", "LATCH"})
    void everySignalToThisProcessAloneComesToTheProgramAsItself(HandOver way) throws Exception {
        startApart(way);
        List<String> sent = new ArrayList<>();
        for (int signal : List.of(1, 2, 3, 10, 12, 14, 15, 18, 20, 23, 28, 30, 34, 63, 15, 3, 64)) {
            send(String.valueOf(process.pid()), signal);
            sent.add(String.valueOf(signal));
            assertTrue(TestPorts.becomes(() -> signals().size() == sent.size(), PATIENCE), this::told);
        }
        assertEquals(sent, signals());
        assertEnds(EXIT);
    }

    @Test
    void aSignalToTheWholeGroupComesOnce() throws Exception {
        startApart(HandOver.LATCH);
        List<String> sent = new ArrayList<>();
        for (int signal : List.of(1, 1, 1, 2, 2, 3, 10, 12, 15, 15, 18, 20, 28, 35, 35)) {
            send("-" + process.pid(), signal);
            sent.add(String.valueOf(signal));
            assertTrue(TestPorts.becomes(() -> signals().size() >= sent.size(), PATIENCE), this::told);
        }
        // Signals are passed on in order: those under way have arrived by then.
        send(String.valueOf(process.pid()), 64);
        assertEnds(EXIT);
        sent.add("64");
        assertEquals(sent, signals());
    }

    private void press(String keys, String program, int exit) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", TERMINAL, log.toString(), keys));
        command.addAll(command(HandOver.LATCH, program));
        start(command);
        assertEnds(exit);
    }

    @Test
    void theTerminalsKeysComeOnce() throws Exception {
        // Ctrl-C, Ctrl-\, Ctrl-Z, which the program does not stop at, and Ctrl-C.
        press(
                "3,28,26,3",
                PROGRAM.replace("got != 64", "log.tell() < 0 or len(open(sys.argv[1]).readlines()) < 5"),
                EXIT);
        assertEquals(List.of("2", "3", "20", "2"), signals());
    }

    /** Tries a key of the terminal, of which this process learns, and a signal to the program alone. */
    @ParameterizedTest
    @ValueSource(strings = {"26", "stop"})
    void stopsWithTheProgramAndGoesOnWithIt(String how) throws Exception {
        String stoppable = PROGRAM.replace("- {9, 17, 19,", "- {9, 17, 18, 19, 20,");
        press(how, stoppable, EXIT);
        assertEquals(List.of("stopped by 20", "the program has stopped", "64"), signals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"remap", "any"})
    void orphansThatHaveEndedAreForgottenAndNoOtherChildIs(String way) throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here");
        List<String> command = TestJava.command(
                OrphanRunner.class, home.toString(), String.valueOf(TestPorts.free()), way, "/usr/bin/python3", "-c");
        command.add(ORPHANS);
        start(command);
        assertEnds(EXIT);
    }

    @Test
    void anExitCodeIsTheProgramsOwnAndASignalIs128More() throws Exception {
        start(command(HandOver.LATCH, "raise SystemExit(143)"));
        assertEnds(143);
        start(command(HandOver.LATCH, "import os; os.kill(os.getpid(), 15)"));
        assertEnds(128 + 15);
    }

    @Test
    void theProgramHasItsSignalsAsThisProcessHadThem() throws Exception {
        String tell = "import sys; s = open('/proc/self/status').read().split(); log = open(sys.argv[1], 'w');"
                + "print(s[s.index('SigBlk:') + 1], s[s.index('SigIgn:') + 1], file=log)";
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' HUP QUIT; exec \"$@\"", "sh"));
        command.addAll(command(HandOver.LATCH, tell));
        command.add(command.indexOf("--enable-native-access=ALL-UNNAMED"), "-Xrs");
        start(command);
        assertEnds(0);
        String[] sets = lines().getFirst().split(" ");
        assertEquals(0, Long.parseLong(sets[0], 16));
        assertEquals(0b101, Long.parseLong(sets[1], 16) & 0b101, lines()::toString);
    }

    @Test
    void aScriptWithoutAnInterpreterIsForTheShell() throws Exception {
        Path script = Files.writeString(home.resolve("script"), "echo \"$1\" >" + log + "\nexit 9\n");
        assertTrue(script.toFile().setExecutable(true));
        start(TestJava.command(
                Runner.class, home.toString(), String.valueOf(TestPorts.free()), "LATCH", script.toString(), "ä b"));
        assertEnds(9);
        assertEquals(List.of("ä b"), lines());
    }
}
