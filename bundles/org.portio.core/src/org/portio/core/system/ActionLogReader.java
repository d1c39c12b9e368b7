// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what is added to {@code port_logs.txt} while others write it: also what was added before the file was set aside as
 * {@code port_logs.1.txt}, and each line once it is whole. For one thread at a time.
 */
public final class ActionLogReader {

    private static final int PIECE = 1 << 13;

    private final Path file;
    private final Path old;
    /** The file that is read, whatever its name is by now; null before there is one. */
    private Object identity;

    private long position;

    private ActionLogReader(Path folder) {
        file = folder.resolve("port_logs.txt");
        old = folder.resolve("port_logs.1.txt");
    }

    /**
     * Returns one that reads what is added from now on to the log in this folder, which need not exist yet.
     *
     * @throws IOException if the log is there and cannot be looked at
     */
    public static ActionLogReader fromNow(Path folder) throws IOException {
        ActionLogReader reader = new ActionLogReader(folder);
        Optional<BasicFileAttributes> there = attributes(reader.file);
        if (there.isPresent()) {
            reader.identity = identity(there.get());
            reader.position = there.get().size();
        }
        return reader;
    }

    /**
     * Returns what was added since the last call.
     *
     * @throws IOException if it cannot be read
     */
    public List<LoggedAction> read() throws IOException {
        List<LoggedAction> added = new ArrayList<>();
        Optional<BasicFileAttributes> now = attributes(file);
        boolean isSetAside = identity != null
                && now.map(there -> !identity(there).equals(identity) || there.size() < position)
                        .orElse(true);
        if (isSetAside) {
            // Where it is not found under its new name, it was set aside twice meanwhile, and is gone.
            if (attributes(old)
                    .map(ActionLogReader::identity)
                    .filter(identity::equals)
                    .isPresent()) {
                addFrom(old, added);
            }
            identity = null;
            position = 0;
        }
        if (now.isPresent()) {
            identity = identity(now.get());
            addFrom(file, added);
        }
        return added;
    }

    private static Optional<BasicFileAttributes> attributes(Path path) throws IOException {
        try {
            return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Returns what stays the same when a file gets another name; on a system without such a thing, all are the same. */
    private static Object identity(BasicFileAttributes attributes) {
        return Objects.requireNonNullElse(attributes.fileKey(), "");
    }

    /** Adds the whole lines that follow; a part of a line stays until its end is there. */
    private void addFrom(Path path, List<LoggedAction> added) throws IOException {
        String text;
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            text = rest(channel);
        } catch (NoSuchFileException _) {
            return; // it was set aside at this moment: the next call finds it
        }
        int end = text.lastIndexOf('\n') + 1;
        position += end;
        // Each character is a byte, so that a position in the one is one in the other.
        String lines = new String(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        lines.lines().forEach(line -> LoggedAction.parse(line).ifPresent(added::add));
    }

    private String rest(SeekableByteChannel channel) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        channel.position(position);
        while (channel.read(piece) > 0) {
            bytes.write(piece.array(), 0, piece.position());
            piece.clear();
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
