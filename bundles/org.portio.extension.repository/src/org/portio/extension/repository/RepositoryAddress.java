// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.extension.ExtensionException;

/** The addresses that repositories have. */
public final class RepositoryAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https", "file", "jar");

    private RepositoryAddress() {}

    /**
     * Reads what a user has typed: a web address, the path or URL of a folder, or that of an archive (zip or jar).
     *
     * @throws ExtensionException of kind INVALID if it is none of these, NOT_FOUND if the path does not exist
     */
    public static URI parse(String text) throws ExtensionException {
        String typed = text.strip();
        if (!typed.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
            return ofPath(typed);
        }
        try {
            URI uri = new URI(typed);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme) || scheme.startsWith("http") && uri.getHost() == null) {
                throw invalid(typed);
            }
            return scheme.equals("file") ? ofPath(Path.of(uri).toString()) : uri;
        } catch (URISyntaxException | IllegalArgumentException _) {
            throw invalid(typed);
        }
    }

    private static URI ofPath(String typed) throws ExtensionException {
        try {
            Path path = Path.of(typed);
            if (!typed.isEmpty() && Files.isDirectory(path)) {
                return path.toUri();
            }
            if (Files.isRegularFile(path)) {
                return URI.create("jar:" + path.toUri() + "!/");
            }
        } catch (InvalidPathException _) {
            throw invalid(typed);
        }
        throw new ExtensionException(Failure.of(Kind.NOT_FOUND, "'" + typed + "' does not exist"));
    }

    private static ExtensionException invalid(String typed) {
        return new ExtensionException(Failure.of(
                Kind.INVALID,
                "'" + typed + "' is not the address of a repository",
                "enter a folder, an archive, or an address that begins with https:, http: or file:"));
    }
}
