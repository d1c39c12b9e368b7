// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSigner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads all of a jar and collects who signed all of its files. Whether the signer is who they say is for the user to know. */
final class Signatures {

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=((?:\\\\.|[^,\\\\])+)");
    private static final int SHOWN_BYTES = 8;
    private static final int BUFFER = 1 << 16;

    private Signatures() {}

    /**
     * Reads every file of the jar, which also compares checksums.
     *
     * @throws SecurityException if a file is not as it was signed
     * @throws IOException if the jar is damaged, or unpacks to more than it says
     */
    static List<String> of(JarFile jar, List<JarEntry> entries, long most) throws IOException {
        TreeSet<String> signers = null;
        long left = most;
        byte[] buffer = new byte[BUFFER];
        for (JarEntry entry : entries) {
            left -= drain(jar, entry, buffer, left);
            if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) {
                continue;
            }
            TreeSet<String> those = signers(entry);
            if (signers == null) {
                signers = those;
            } else {
                signers.retainAll(those);
            }
        }
        return signers == null ? List.of() : List.copyOf(signers);
    }

    private static long drain(JarFile jar, JarEntry entry, byte[] buffer, long most) throws IOException {
        long size = 0;
        try (InputStream in = jar.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw Limits.ExceededException.unpacked();
                }
            }
        }
        return size;
    }

    private static TreeSet<String> signers(JarEntry entry) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        CodeSigner[] signers = entry.getCodeSigners();
        for (CodeSigner signer : signers == null ? new CodeSigner[0] : signers) {
            if (signer.getSignerCertPath().getCertificates().getFirst() instanceof X509Certificate certificate) {
                names.add(name(certificate));
            }
        }
        return names;
    }

    private static String name(X509Certificate certificate) throws IOException {
        String subject = certificate.getSubjectX500Principal().getName();
        Matcher name = COMMON_NAME.matcher(subject);
        return (name.find() ? name.group(1) : subject) + " (certificate " + fingerprint(certificate) + "...)";
    }

    private static String fingerprint(X509Certificate certificate) throws IOException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IOException(e);
        }
    }
}
