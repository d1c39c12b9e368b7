// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.PrivateFiles;
import org.portio.feed.internal.Certificate;
import org.portio.feed.internal.Curve;

/**
 * The keys of a user's feed: its own, and those of the subscribers that may read it. Each is a file in the format of ZeroMQ's
 * tools ({@code zmq.auth} of Python, {@code ZCert} of Java); a running feed notices when they change.
 */
public final class FeedKeys {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,63}");
    private static final Pattern KEY = Pattern.compile("[0-9a-zA-Z.\\-:+=^!/*?&<>()\\[\\]{}@%$#]{40}");
    private static final String PUBLIC = ".key";
    private static final String SECRET = ".key_secret";
    private static final String SERVER = "server";

    private final Path folder;
    private final Path allowed;
    private final Path clients;

    private FeedKeys(Path folder) {
        this.folder = folder;
        allowed = folder.resolve("allowed");
        clients = folder.resolve("clients");
    }

    /** Returns those below the directory of what the user chose. Makes nothing yet. */
    public static FeedKeys in(Path config) {
        return new FeedKeys(config.resolve("feed"));
    }

    /** Returns the feed's own public key, which subscribers need; it is made at the first call. */
    public String serverKey() throws FeedException {
        return server().publicKey();
    }

    /** Returns the file with the feed's public key. */
    public Path serverFile() {
        return folder.resolve(SERVER + PUBLIC);
    }

    /** Returns the feed's own keys, which are made at the first call. */
    Certificate server() throws FeedException {
        Path secret = folder.resolve(SERVER + SECRET);
        try {
            if (Files.notExists(secret)) {
                makeServer(secret);
            }
            Certificate server = Certificate.read(secret);
            if (server.secretKey().isEmpty()) {
                throw damaged(secret);
            }
            return server;
        } catch (IOException e) {
            throw FeedException.of(e);
        }
    }

    private void makeServer(Path secret) throws IOException {
        PrivateFiles.claimFolder(folder);
        Certificate made = Curve.generate();
        try {
            made.write(secret, false);
            made.withoutSecret().write(serverFile(), true);
        } catch (FileAlreadyExistsException _) {
            // Another process was quicker: its key is the one.
        }
    }

    private static FeedException damaged(Path secret) {
        return new FeedException(
                Kind.FAILED,
                secret + " has no key that can be used",
                "restore it, or move it away: a new one is then made, which each subscriber has to be told");
    }

    /**
     * Makes the keys of a subscriber on this machine, and allows it.
     *
     * @return the file with both keys, which only this user can read
     * @throws FeedException of kind CONFLICT if the name is taken
     */
    public Path create(String name) throws FeedException {
        checkName(name);
        Path file = clients.resolve(name + SECRET);
        try {
            if (Files.exists(allowed.resolve(name + PUBLIC))) {
                throw taken(name);
            }
            PrivateFiles.claimFolder(folder);
            PrivateFiles.claimFolder(clients);
            Certificate made = Curve.generate();
            made.write(file, false);
            allow(name, made.publicKey());
            return file;
        } catch (FileAlreadyExistsException _) {
            throw new FeedException(
                    Kind.CONFLICT,
                    file + " already exists",
                    "choose another name, or remove it if the keys in it are not needed");
        } catch (IOException e) {
            throw FeedException.of(e);
        }
    }

    private static FeedException taken(String name) {
        return new FeedException(
                Kind.CONFLICT, "'" + name + "' is already allowed", "revoke it first: portio feed revoke " + name);
    }

    /**
     * Allows a subscriber to read the feed.
     *
     * @param key its public key
     * @throws FeedException of kind CONFLICT if the name has another key
     */
    public void allow(String name, String key) throws FeedException {
        checkName(name);
        checkKey(key);
        Path file = allowed.resolve(name + PUBLIC);
        try {
            PrivateFiles.claimFolder(folder);
            PrivateFiles.claimFolder(allowed);
            if (!Files.exists(file)) {
                new Certificate(key, "").write(file, false);
            } else if (!Certificate.read(file).publicKey().equals(key)) {
                throw taken(name);
            }
        } catch (IOException e) {
            throw FeedException.of(e);
        }
    }

    /** Takes a subscriber's permission away, and removes the keys that were made for it here; false if it had none. */
    public boolean revoke(String name) throws FeedException {
        checkName(name);
        try {
            boolean was = Files.deleteIfExists(allowed.resolve(name + PUBLIC));
            Files.deleteIfExists(clients.resolve(name + SECRET));
            return was;
        } catch (IOException e) {
            throw FeedException.of(e);
        }
    }

    /** Returns who may read the feed, by name. A file that is not a key allows nobody. */
    public List<AllowedKey> allowed() throws FeedException {
        if (Files.notExists(allowed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(allowed)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PUBLIC))
                    .sorted()
                    .map(FeedKeys::read)
                    .filter(key -> KEY.matcher(key.key()).matches())
                    .toList();
        } catch (IOException e) {
            throw FeedException.of(e);
        }
    }

    private static AllowedKey read(Path file) {
        String name = file.getFileName().toString();
        String key;
        try {
            key = Certificate.read(file).publicKey();
        } catch (IOException _) {
            // Revoked at this moment.
            key = "";
        }
        return new AllowedKey(name.substring(0, name.length() - PUBLIC.length()), key);
    }

    /** Fails with a {@link FeedException} that says so if this is not a public key. */
    public static void checkKey(String key) throws FeedException {
        if (!KEY.matcher(key).matches() || !Curve.isKey(key)) {
            throw new FeedException(
                    Kind.INVALID, "'" + key + "' is not a public key", "it has 40 characters, as keygen prints them");
        }
    }

    private static void checkName(String name) throws FeedException {
        if (!NAME.matcher(name).matches()) {
            throw new FeedException(
                    Kind.INVALID,
                    "'" + name + "' is not a name for a subscriber",
                    "use up to 64 letters, digits, dots, hyphens and underscores");
        }
    }
}
