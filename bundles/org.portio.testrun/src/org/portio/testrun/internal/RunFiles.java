// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.PrivateFiles;
import org.portio.testrun.Holding;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;

/**
 * The folder {@code runs}: a folder {@code open/ID} for each run, {@code ending/ID} from its end until all is reverted, and its
 * report {@code ID.json} from then on. To rename the folder is the end of the run: whatever is made for it later is refused.
 */
public final class RunFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-z][0-9a-z-]{0,39}");
    private static final String RUN = "run.json";
    private static final String LOCK = "lock";
    private static final String REPORT = ".json";
    private static final int KEPT = 100;
    private static final Duration UNFINISHED = Duration.ofMinutes(1);

    private final Path folder;
    private final Path open;
    private final Path ending;

    public RunFiles(Path state) {
        folder = state.resolve("runs");
        open = folder.resolve("open");
        ending = folder.resolve("ending");
    }

    /** Returns whether it may be the id of a run: a name from an environment becomes that of a file. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Returns whether a run is open or not yet reverted; two looks at a folder. */
    public boolean isAny() {
        return isAny(open) || isAny(ending);
    }

    private static boolean isAny(Path folder) {
        String[] names = folder.toFile().list();
        return names != null && names.length > 0;
    }

    public boolean isOpen(String id) {
        return isId(id) && Files.isDirectory(open.resolve(id));
    }

    public boolean isEnding(String id) {
        return isId(id) && Files.isDirectory(ending.resolve(id));
    }

    /** Returns whether a run of this id has been here, as long as its report is kept. */
    public boolean isKnown(String id) {
        return isOpen(id) || isEnding(id) || isId(id) && Files.exists(report(id));
    }

    /** Makes a run's folder under another name first, so that nobody sees it without its lock. */
    public RunLock begin(TestRun run) throws IOException {
        PrivateFiles.createFolders(open);
        Path unfinished = open.resolve("." + run.id());
        PrivateFiles.createFolders(unfinished);
        RunLock lock = RunLock.take(run.id(), unfinished.resolve(LOCK));
        try {
            AtomicFile.writePrivate(unfinished.resolve(RUN), false, out -> out.write(RunJson.text(RunReport.of(run))));
            Files.move(unfinished, open.resolve(run.id()), StandardCopyOption.ATOMIC_MOVE);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Notes that something of this kind is about to be made; fails with a {@link NoSuchFileException} if the run has ended. */
    public void mark(String id, Holding.Kind kind) throws IOException {
        try {
            Files.createFile(open.resolve(id).resolve(kind.label()));
        } catch (FileAlreadyExistsException _) {
            // Noted before.
        }
    }

    /** Returns whether something of this kind was to be made for a run that has ended. */
    public boolean isMarked(String id, Holding.Kind kind) {
        return Files.exists(ending.resolve(id).resolve(kind.label()));
    }

    /** Reads an open run, or one that is ending; empty if there is none, or its file is damaged. */
    public Optional<TestRun> read(String id) throws IOException {
        for (Path place : List.of(open, ending)) {
            try {
                return Optional.of(
                        RunJson.read(Files.readString(place.resolve(id).resolve(RUN)))
                                .run());
            } catch (NoSuchFileException _) {
                // It may be in the other folder.
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    public List<String> open() throws IOException {
        return names(open);
    }

    public List<String> ending() throws IOException {
        return names(ending);
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder)) {
            for (Path run : runs) {
                String name = run.getFileName().toString();
                if (isId(name)) {
                    names.add(name);
                } else if (isUnfinished(run)) {
                    delete(run);
                }
            }
        } catch (NoSuchFileException _) {
            return List.of();
        }
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** Returns whether its maker was killed while it made it. */
    private static boolean isUnfinished(Path run) throws IOException {
        return Files.getLastModifiedTime(run).toInstant().isBefore(Instant.now().minus(UNFINISHED));
    }

    /** Returns whether the process of an open run lives. */
    public boolean isTaken(String id) throws IOException {
        return RunLock.isTaken(id, open.resolve(id).resolve(LOCK));
    }

    /** Ends a run: from now on nothing is made for it. */
    public void end(String id) throws IOException {
        PrivateFiles.createFolders(ending);
        try {
            Files.move(open.resolve(id), ending.resolve(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            // Somebody else has ended it.
        }
    }

    /** Forgets a run all of which is reverted; its report stays. */
    public void settled(String id) throws IOException {
        delete(ending.resolve(id));
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            return;
        }
        Files.deleteIfExists(folder);
    }

    public void save(RunReport report) throws IOException {
        PrivateFiles.createFolders(folder);
        AtomicFile.writePrivate(report(report.run().id()), true, out -> out.write(RunJson.text(report) + "\n"));
        prune();
    }

    private void prune() throws IOException {
        List<Path> reports = reportFiles();
        for (Path old : reports.subList(0, Math.max(0, reports.size() - KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    /** Returns the report of a run that has ended; empty if there is none, or it is damaged. */
    public Optional<RunReport> report(Path file) throws IOException {
        try {
            return Optional.of(RunJson.read(Files.readString(file)));
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    public Path report(String id) {
        return folder.resolve(id + REPORT);
    }

    /** Returns the files of all reports, the oldest first: ids begin with the time. */
    public List<Path> reportFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + REPORT)) {
            all.forEach(files::add);
        } catch (NoSuchFileException _) {
            return List.of();
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** Returns the names of open runs, and the times of the reports. */
    public Object sign() throws IOException {
        Map<String, FileTime> times = new HashMap<>();
        for (Path file : reportFiles()) {
            try {
                times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
            } catch (NoSuchFileException _) {
                // It was too old just now.
            }
        }
        return List.of(open(), times);
    }

    /** Lets one process at a time revert runs. */
    public ExclusiveFile exclusive() throws IOException {
        return ExclusiveFile.take(folder.resolve("settle.lock"));
    }
}
