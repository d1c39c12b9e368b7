// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes tar.gz archives anew without the times at which the build read and changed their files, which Tycho keeps next to the
 * time of the commit, so that the same commit makes the same bytes.
 */
final class ArchiveTimes {

    private ArchiveTimes() {}

    /** Takes the directory of the archives. */
    public static void main(String... args) throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            archives = files.filter(file -> file.toString().endsWith(".tar.gz")).toList();
        }
        for (Path archive : archives) {
            Path made = archive.resolveSibling(archive.getFileName() + ".new");
            try (var in = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archive)), "UTF-8");
                    var out = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(made)), "UTF-8")) {
                out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
                for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    out.putArchiveEntry(copy(entry));
                    in.transferTo(out);
                    out.closeArchiveEntry();
                }
            }
            Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static TarArchiveEntry copy(TarArchiveEntry entry) {
        TarArchiveEntry made = new TarArchiveEntry(entry.getName(), entry.getLinkFlag());
        made.setLinkName(entry.getLinkName());
        made.setMode(entry.getMode());
        made.setSize(entry.getSize());
        made.setLastModifiedTime(entry.getLastModifiedTime());
        made.setNames("root", "root");
        return made;
    }
}
