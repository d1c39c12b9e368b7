// SPDX-License-Identifier: EPL-2.0

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes trees as tar files packed by xz. */
final class Tars {

    private Tars() {}

    /**
     * Writes the tree, and leaves the stream open.
     *
     * @param level of xz, 0 to 9
     * @param prefix before each name, with a slash at its end; directories of it are not written
     */
    static void write(Tree tree, String prefix, int level, OutputStream out) throws IOException {
        XZOutputStream packed = new XZOutputStream(out, new LZMA2Options(level));
        TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        for (Tree.Entry entry : tree.entries()) {
            tar.putArchiveEntry(of(entry, prefix));
            if (entry.size() > 0) {
                Files.copy(entry.file(), tar);
            }
            tar.closeArchiveEntry();
        }
        tar.finish();
        packed.finish();
    }

    private static TarArchiveEntry of(Tree.Entry entry, String prefix) {
        String name = prefix + entry.name();
        TarArchiveEntry made = entry.link() == null
                ? new TarArchiveEntry(entry.directory() ? name + "/" : name)
                : new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        if (entry.link() == null) {
            made.setMode((entry.directory() ? 0040000 : 0100000) | entry.mode());
        } else {
            made.setLinkName(entry.link());
            made.setMode(0120777);
        }
        made.setSize(entry.size());
        made.setLastModifiedTime(FileTime.from(entry.time()));
        made.setIds(0, 0);
        made.setNames("root", "root");
        return made;
    }
}
