// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;

/** Tests on a shell that the test starts, and on its child. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "starts a shell, and reads /proc")
class SystemProcessesTest {

    private final SystemProcesses processes = new SystemProcesses();

    @TempDir
    private Path directory;

    private Process shell;

    @BeforeEach
    void startAShellWithAChild() throws IOException {
        shell = new ProcessBuilder("sh", "-c", "sleep 600 & echo ready; wait")
                .directory(directory.toFile())
                .start();
        assertEquals("ready", shell.inputReader().readLine());
    }

    @AfterEach
    void endThem() {
        List<ProcessHandle> children = shell.children().toList();
        shell.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void readsAProcessAsJavaSeesIt() {
        ProcessInfo info = read(shell.pid());

        assertEquals("sh", info.name());
        assertEquals(shell.info().startInstant().orElseThrow(), info.startTime());
        assertEquals(ProcessHandle.current().pid(), info.parentPid());
        assertEquals(Optional.empty(), processes.read(0));
        assertEquals(Optional.empty(), processes.read(-1));
        assertEquals(Optional.empty(), processes.read(Long.MAX_VALUE));
    }

    @Test
    void aThreadIsNoProcess() throws IOException {
        long thread;
        try (var tasks = Files.list(Path.of("/proc/self/task"))) {
            thread = tasks.map(task -> Long.parseLong(task.getFileName().toString()))
                    .filter(id -> id != ProcessHandle.current().pid())
                    .findFirst()
                    .orElseThrow();
        }
        assertTrue(Files.exists(Path.of("/proc/" + thread)));

        assertEquals(Optional.empty(), processes.read(thread));
    }

    @Test
    void knowsChildrenAncestorsDirectoryAndControlGroup() throws IOException {
        ProcessInfo info = read(shell.pid());
        List<ProcessInfo> children = processes.children(info);
        assertEquals(shell.children().map(ProcessHandle::pid).toList(), pids(children));

        ProcessOrigin origin = processes.origin(children.getFirst()).orElseThrow();

        List<Long> ancestors = pids(origin.ancestors());
        assertEquals(List.of(shell.pid(), ProcessHandle.current().pid()), ancestors.subList(0, 2));
        assertEquals(ProcessHandle.current().parent().map(ProcessHandle::pid).orElseThrow(), ancestors.get(2));
        assertEquals(directory.toRealPath().toString(), origin.workingDirectory());
        String group = Files.readString(Path.of("/proc/self/cgroup"));
        assertTrue(group.contains(":" + origin.controlGroup()), () -> group + " has not " + origin.controlGroup());
    }

    @Test
    void anotherProcessOfTheSamePidHasNoOriginOfIts() {
        ProcessInfo now = read(shell.pid());
        ProcessInfo before = new ProcessInfo(
                now.pid(), now.startTime().minusMillis(10), now.name(), "", "", now.user(), now.parentPid());

        assertEquals(Optional.empty(), processes.origin(before));
    }

    @Test
    void refusesWhatWouldTakeTheSystemOrPortioDown() {
        SparedProcesses spared = new SparedProcesses(pid -> pid == shell.pid() ? "it is the keeper" : "");
        ProcessHandle self = ProcessHandle.current();

        assertTrue(spared.refusal(read(1)).contains("first process"));
        assertEquals("PID " + self.pid() + " is PortIO itself", spared.refusal(read(self.pid())));
        ProcessInfo grandparent =
                read(self.parent().flatMap(ProcessHandle::parent).orElseThrow().pid());
        assertFalse(spared.refusal(grandparent).isEmpty());
        ProcessInfo parent = read(self.parent().orElseThrow().pid());
        assertEquals(
                parent.name() + " (PID " + parent.pid()
                        + ") has started PortIO, which would end with it; end it from elsewhere",
                spared.refusal(parent));
        assertEquals("it is the keeper", spared.refusal(read(shell.pid())));
        assertEquals("", spared.refusal(processes.children(read(shell.pid())).getFirst()));
    }

    @Test
    void refusesThreadsOfTheKernel() {
        ProcessInfo two = processes.read(2).orElse(null);
        assumeTrue(two != null && two.name().equals("kthreadd"), "a container does not see the kernel's threads");
        ProcessInfo child = ProcessHandle.of(2)
                .orElseThrow()
                .children()
                .map(ProcessHandle::pid)
                .map(this::read)
                .findFirst()
                .orElseThrow();
        SparedProcesses spared = new SparedProcesses(_ -> "");

        assertEquals("kthreadd (PID 2) is a thread of the kernel, which cannot be ended", spared.refusal(two));
        assertTrue(spared.refusal(child).contains("thread of the kernel"), child::toString);
    }

    private ProcessInfo read(long pid) {
        return processes.read(pid).orElseThrow();
    }

    private static List<Long> pids(List<ProcessInfo> processes) {
        return processes.stream().map(ProcessInfo::pid).toList();
    }
}
