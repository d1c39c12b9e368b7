// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.system.AtomicFile;

/**
 * A pair of keys in Z85, or the public one of it, as a file of ZeroMQ's own format.
 *
 * @param publicKey empty if the file had none
 * @param secretKey empty if it is not known
 */
public record Certificate(String publicKey, String secretKey) {

    /** Reads a file; what else is in it does not matter. */
    public static Certificate read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new Certificate(value(lines, "public-key"), value(lines, "secret-key"));
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf('=') + 1).strip())
                .map(text -> text.replaceAll("^[\"']|[\"']$", ""))
                .findFirst()
                .orElse("");
    }

    /** Writes a file that only this user can read. */
    public void write(Path file, boolean replace) throws IOException {
        AtomicFile.writePrivate(file, replace, out -> {
            out.write("curve\n    public-key = \"" + publicKey + "\"\n");
            if (!secretKey.isEmpty()) {
                out.write("    secret-key = \"" + secretKey + "\"\n");
            }
        });
    }

    public Certificate withoutSecret() {
        return new Certificate(publicKey, "");
    }

    /** Returns the public key: the other one has no place in a log. */
    @Override
    public String toString() {
        return publicKey;
    }
}
