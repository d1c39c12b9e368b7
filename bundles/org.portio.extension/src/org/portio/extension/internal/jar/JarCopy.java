// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a jar once, from its first byte to its last. */
public final class JarCopy {

    private static final int BUFFER = 1 << 16;

    private JarCopy() {}

    /**
     * Copies a jar.
     *
     * @return the SHA-256 of what was copied, in hexadecimal digits
     * @throws IOException if it cannot be read, or is larger than an extension may be
     */
    public static String to(OutputStream out, Path jar) throws IOException {
        MessageDigest digest = sha256();
        long left = Limits.JAR;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(jar)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new Limits.ExceededException("is larger than " + (Limits.JAR >> 20) + " MiB");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
