// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.ProcessReader;
import org.portio.core.process.ProcessState;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognizer;
import org.portio.core.process.UserNames;
import org.portio.core.system.User;

/** Reads {@code /proc} if there is one, and asks Java elsewhere. */
@Component(service = Processes.class)
public final class SystemProcesses implements Processes {

    private static final Path PROC = Path.of("/proc");

    /** A parent is older than its child; more than this many in a row are none. */
    private static final int MOST_ANCESTORS = 100;

    private final ProcessReader reader = hasProc() ? new ProcessReader(PROC, UserNames.ofSystem()) : null;
    private final OriginReader origins = new OriginReader(PROC);
    private final Recognizers recognizers = new Recognizers(PROC);
    private final ProcessStatus status = new ProcessStatus(PROC);

    /** Adds one, with the properties that OSGi knows of it. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addRecognizer(Recognizer recognizer, Map<String, Object> properties) {
        recognizers.add(recognizer, properties);
    }

    public void removeRecognizer(Recognizer recognizer) {
        recognizers.remove(recognizer);
    }

    private static boolean hasProc() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    @Override
    public synchronized Optional<ProcessInfo> read(long pid) {
        if (reader == null) {
            return ProcessHandle.of(pid).map(SystemProcesses::info);
        }
        // A process that has no start time has ended while it was read.
        return pid < 1 || pid > Integer.MAX_VALUE || isThread(pid)
                ? Optional.empty()
                : Optional.of(reader.read((int) pid)).filter(process -> process.startTime() != null);
    }

    /** The directories below /proc of a process's threads are not listed, but can be opened like its own. */
    private static boolean isThread(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("Tgid:")).anyMatch(line -> !line.endsWith("\t" + pid));
        } catch (IOException | UncheckedIOException _) {
            return false; // it has ended, which is found out again
        }
    }

    private static ProcessInfo info(ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        String command = info.command().orElse("");
        String name =
                command.isEmpty() ? "(unknown)" : Path.of(command).getFileName().toString();
        return new ProcessInfo(
                handle.pid(),
                info.startInstant().orElse(null),
                name,
                info.commandLine().orElse(command),
                command,
                info.user().map(user -> new User(user, user)).orElse(null),
                handle.parent().map(ProcessHandle::pid).orElse(0L));
    }

    @Override
    public List<ProcessInfo> children(ProcessInfo process) {
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::children)
                .flatMap(child -> read(child.pid()).stream())
                .filter(child -> child.parentPid() == process.pid())
                .sorted(Comparator.comparingLong(ProcessInfo::pid))
                .toList();
    }

    @Override
    public Optional<ProcessOrigin> origin(ProcessInfo process) {
        ProcessOrigin origin = recognizers.recognize(process, origins.read(process.pid(), ancestors(process)));
        return read(process.pid()).filter(now -> isSame(process, now)).map(_ -> origin);
    }

    @Override
    public String workingDirectory(ProcessInfo process) {
        String directory = OriginReader.workingDirectory(PROC.resolve(Long.toString(process.pid())));
        return read(process.pid())
                .filter(now -> isSame(process, now))
                .map(_ -> directory)
                .orElse("");
    }

    @Override
    public ProcessState state(ProcessInfo process) {
        return reader == null ? ProcessState.UNKNOWN : status.state(process.pid());
    }

    @Override
    public Set<String> masters(ProcessInfo process) {
        return reader == null ? Set.of() : status.masters(process.pid());
    }

    private List<ProcessInfo> ancestors(ProcessInfo process) {
        List<ProcessInfo> ancestors = new ArrayList<>();
        ProcessInfo child = process;
        while (child != null && child.parentPid() > 0 && ancestors.size() < MOST_ANCESTORS) {
            child = read(child.parentPid()).orElse(null);
            if (child != null) {
                ancestors.add(child);
            }
        }
        return ancestors;
    }

    /** Returns whether two looks at a pid saw one process. */
    static boolean isSame(ProcessInfo before, ProcessInfo now) {
        return before.pid() == now.pid()
                && (before.startTime() == null
                        ? before.name().equals(now.name())
                        : before.startTime().equals(now.startTime()));
    }
}
