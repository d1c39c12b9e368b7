// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Keeping;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.PrivateFiles;
import org.portio.reservation.PortKey;

/**
 * The ports that this process keeps, in a file for those who list sockets: the first line is its PID, each other one tells of a port,
 * and the last one of a port counts. A change adds a line, and from time to time all are written anew. What cannot be written
 * is not shown as kept, and nothing else comes of it. Used by one thread at a time.
 */
public final class KeptPortsFile implements AutoCloseable {

    private static final int SPARE_LINES = 1000;

    private final Path file;
    private final Map<PortKey, KeptPort> ports = new HashMap<>();
    private int lines;
    private boolean faulty;

    public KeptPortsFile(Path file) {
        this.file = file;
        rewrite();
    }

    /** Notes how a port is kept from now on. */
    public void put(KeptPort port) {
        boolean kept = port.state() != Keeping.State.NOT_KEPT;
        KeptPort before = kept ? ports.put(port.key(), port) : ports.remove(port.key());
        if (kept ? port.equals(before) : before == null) {
            return;
        }
        if (faulty || lines > 2 * ports.size() + SPARE_LINES) {
            rewrite();
            return;
        }
        try {
            PrivateFiles.append(file, port.line() + "\n");
            lines++;
        } catch (IOException e) {
            failed(e);
        }
    }

    private void rewrite() {
        List<String> all = new ArrayList<>();
        all.add(String.valueOf(ProcessHandle.current().pid()));
        ports.values().forEach(port -> all.add(port.line()));
        try {
            PrivateFiles.createFolders(file.getParent());
            AtomicFile.writePrivate(file, true, out -> out.write(String.join("\n", all) + "\n"));
            lines = ports.size();
            faulty = false;
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException e) {
        if (!faulty) {
            System.getLogger(KeptPortsFile.class.getName())
                    .log(System.Logger.Level.WARNING, "lists do not show which ports are kept: {0}", e.getMessage());
        }
        faulty = true;
    }

    /** Removes it, for nothing is kept any more. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failed(e);
        }
    }
}
