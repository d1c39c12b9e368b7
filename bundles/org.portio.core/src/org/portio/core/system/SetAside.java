// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A file of PortIO's own that was damaged, and of which a copy is kept. The copy lies beside the file, as
 * {@code NAME.corrupt-MILLISECONDS}, with a second file {@code .why} that says why: so every process knows of it, for as long
 * as the user leaves it there.
 *
 * @param file the damaged one
 * @param copy what was in it
 * @param time when that was noticed
 * @param why what is wrong with it, in a few words; empty if that is not known
 */
public record SetAside(Path file, Path copy, Instant time, String why) {

    private static final String MARK = ".corrupt-";
    private static final String WHY = ".why";
    private static final Duration RECENT = Duration.ofDays(1);
    /** Files of PortIO's own are smaller; one that is not is not read into memory to be compared. */
    private static final long LARGE = 64 << 20;

    /**
     * Takes a file away that is of no use as it is. Nothing is lost: a copy of the same content stays the only one.
     *
     * @throws IOException if it can be neither moved nor found among the copies
     */
    public static SetAside move(Path file, String why) throws IOException {
        return move(file, why, Instant.now());
    }

    static SetAside move(Path file, String why, Instant time) throws IOException {
        Optional<SetAside> before = sameContent(file);
        if (before.isPresent()) {
            Files.delete(file);
            return before.get();
        }
        SetAside now = next(file, why, time);
        Files.move(file, now.copy, StandardCopyOption.ATOMIC_MOVE);
        return explained(now);
    }

    /** Keeps a copy of a file some of whose content is about to be left out. The file itself stays. */
    public static SetAside copy(Path file, String why) throws IOException {
        Optional<SetAside> before = sameContent(file);
        if (before.isPresent()) {
            return before.get();
        }
        SetAside now = next(file, why, Instant.now());
        byte[] content = Files.readAllBytes(file);
        PrivateFiles.write(now.copy, content);
        return explained(now);
    }

    /** Returns all copies of this file that are still there, the oldest first. */
    public static List<SetAside> of(Path file) {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(
                file.toAbsolutePath().getParent(),
                path -> isCopy(path.getFileName().toString(), file))) {
            return StreamSupport.stream(copies.spliterator(), false)
                    .map(copy -> read(file, copy))
                    .sorted(Comparator.comparing(SetAside::time))
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Returns those of {@link #of(Path)} of which every command tells that uses the file. */
    public static List<SetAside> recent(Path file) {
        return of(file).stream().filter(SetAside::isRecent).toList();
    }

    /** Returns whether it was noticed within the last day. */
    public boolean isRecent() {
        return time.isAfter(Instant.now().minus(RECENT));
    }

    /** Returns what was damaged and where the copy is, for the user. */
    public String text() {
        return file.getFileName() + " was damaged" + (why.isEmpty() ? "" : " (" + why + ")")
                + "; its content was kept in " + copy;
    }

    private static boolean isCopy(String name, Path file) {
        String start = file.getFileName() + MARK;
        return name.startsWith(start) && name.substring(start.length()).matches("\\d{1,18}(-\\d{1,9})?");
    }

    private static SetAside next(Path file, String why, Instant time) {
        String name = file.getFileName() + MARK + time.toEpochMilli();
        Path copy = file.resolveSibling(name);
        for (int number = 2; Files.exists(copy, LinkOption.NOFOLLOW_LINKS); number++) {
            copy = file.resolveSibling(name + "-" + number);
        }
        return new SetAside(file, copy, time, why);
    }

    /** Writes down why, if the disk has room for it: the copy is what matters. */
    private static SetAside explained(SetAside one) {
        try {
            PrivateFiles.write(whyOf(one.copy), one.why.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It is told without a reason later.
        }
        return one;
    }

    private static Path whyOf(Path copy) {
        return copy.resolveSibling(copy.getFileName() + WHY);
    }

    private static SetAside read(Path file, Path copy) {
        String digits = copy.getFileName().toString().substring((file.getFileName() + MARK).length());
        long time = Long.parseLong(digits.split("-")[0]);
        String why = "";
        try {
            why = new String(Files.readAllBytes(whyOf(copy)), StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            // The copy is what counts.
        }
        return new SetAside(file, copy, Instant.ofEpochMilli(time), why);
    }

    private static Optional<SetAside> sameContent(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGE) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        for (SetAside copy : of(file)) {
            if (isContent(copy.copy, content)) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    private static boolean isContent(Path copy, byte[] content) throws IOException {
        try {
            return Files.isRegularFile(copy)
                    && Files.size(copy) == content.length
                    && Arrays.equals(Files.readAllBytes(copy), content);
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
