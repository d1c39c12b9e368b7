// SPDX-License-Identifier: EPL-2.0

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/**
 * Writes packages of Debian's format, deb(5).
 *
 * @param system tree of all files, as they lie below /
 * @param control directory of the control files
 */
record DebPackage(Tree system, Path control) {

    private static final int KIB = 1024;

    void write(Path deb, int level) throws IOException {
        complete();
        Path data = deb.resolveSibling("data.tar.xz");
        try (var out = Files.newOutputStream(data)) {
            Tars.write(system, "./", level, out);
        }
        ByteArrayOutputStream controls = new ByteArrayOutputStream();
        Tars.write(new Tree(control, system.time()), "./", level, controls);
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(Files.newOutputStream(deb))) {
            put(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
            put(ar, "control.tar.xz", controls.toByteArray());
            ar.putArchiveEntry(entry("data.tar.xz", Files.size(data)));
            Files.copy(data, ar);
            ar.closeArchiveEntry();
        }
        Files.delete(data);
    }

    /** Adds what the files themselves say: their sizes and checksums. */
    private void complete() throws IOException {
        StringBuilder sums = new StringBuilder();
        long size = 0;
        for (Tree.Entry entry : system.entries()) {
            size += entry.size() / KIB + 1;
            if (!entry.directory() && entry.link() == null) {
                sums.append(Checksums.of("MD5", entry.file())).append("  ").append(entry.name()).append('\n');
            }
        }
        Files.writeString(control.resolve("md5sums"), sums);
        Path file = control.resolve("control");
        Files.writeString(file, Files.readString(file).replace("@size@", Long.toString(size)));
    }

    private void put(ArArchiveOutputStream ar, String name, byte[] content) throws IOException {
        ar.putArchiveEntry(entry(name, content.length));
        ar.write(content);
        ar.closeArchiveEntry();
    }

    private ArArchiveEntry entry(String name, long size) {
        return new ArArchiveEntry(name, size, 0, 0, 0100644, system.time().getEpochSecond());
    }
}
