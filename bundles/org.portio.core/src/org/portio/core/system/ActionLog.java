// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The file {@code port_logs.txt}: a line for each action that changed something, or tried to. Several processes may write to
 * it at a time; when it has grown large it is kept as {@code port_logs.1.txt}, and a new one begins.
 */
public final class ActionLog {

    private static final long LARGE = 1 << 20;

    /** Null for that of the user who runs this, which is looked up when something is written. */
    private final Path folder;

    /** Creates one in this folder. */
    public ActionLog(Path folder) {
        this.folder = folder;
    }

    /** Returns the one among these places. */
    public static ActionLog of(Places places) {
        return new ActionLog(places.state());
    }

    /** Returns that of the user who runs this. What is not written down needs no home directory. */
    public static ActionLog ofSystem() {
        return new ActionLog(null);
    }

    /** Adds a line as {@link #write} does. If that fails, a warning in the system's log says so: the action itself is done. */
    public void note(String action, String what, String by, String result) {
        try {
            write(action, what, by, result);
        } catch (IOException e) {
            warn(FileFailure.text(e));
        } catch (NoHomeException e) {
            warn(e.getMessage());
        }
    }

    private static void warn(String why) {
        System.getLogger(ActionLog.class.getName())
                .log(System.Logger.Level.WARNING, Printable.of("this action could not be logged: " + why));
    }

    /**
     * Adds a line as {@code 2026-03-01T12:00:00Z user=ann action=block what="TCP 8080 inbound" by=nftables result=done}.
     *
     * @throws IOException when it cannot be written; what was done is done all the same
     * @throws NoHomeException when the place of this user's files is not known
     */
    public void write(String action, String what, String by, String result) throws IOException {
        String line = Instant.now().truncatedTo(ChronoUnit.SECONDS) + " user="
                + clean(User.ofSystem().name())
                + " action=" + action + " what=\"" + clean(what) + "\" by=" + by + " result=\"" + clean(result)
                + "\"\n";
        Path file = file();
        keepOld(file);
        PrivateFiles.append(file, endsInTheMiddleOfALine(file) ? "\n" + line : line);
    }

    private Path file() {
        return (folder == null ? Places.ofSystem().state() : folder).resolve("port_logs.txt");
    }

    /** One process at a time does this: a second one would put the new file in the place of the old one. */
    private static void keepOld(Path file) throws IOException {
        if (!isLarge(file)) {
            return;
        }
        try (ExclusiveFile _ = ExclusiveFile.take(file.resolveSibling("port_logs.lock"))) {
            if (isLarge(file)) {
                Files.move(file, file.resolveSibling("port_logs.1.txt"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isLarge(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > LARGE;
    }

    /** Returns whether a killed writer or a full disk has left part of a line, which must not begin the next one. */
    private static boolean endsInTheMiddleOfALine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(Math.max(0, channel.size() - 1));
            return channel.read(last) == 1 && last.get(0) != '\n';
        }
    }

    /** A reason that the user gave must not forge lines. */
    private static String clean(String text) {
        return Printable.of(String.valueOf(text)).replace('"', '?');
    }
}
