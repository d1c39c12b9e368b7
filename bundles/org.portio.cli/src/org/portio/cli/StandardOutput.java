// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Standard output that remembers why it could not be written, which a {@link java.io.PrintWriter} forgets. */
final class StandardOutput extends FilterOutputStream {

    private static final Path LINUX_STDOUT = Path.of("/proc/self/fd/1");

    private IOException failure;

    StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns why data was lost, as on a full disk. A reader that went away, as {@code head} does, has lost nothing. */
    Optional<String> loss() {
        return failure == null || isPipe() ? Optional.empty() : Optional.of(String.valueOf(failure.getMessage()));
    }

    private boolean isPipe() {
        try {
            String target = Files.readSymbolicLink(LINUX_STDOUT).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException _) {
            return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        }
    }
}
