// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.runtime.Owner;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.keeper.internal.runtime.RuntimeDirectory;
import org.portio.keeper.internal.runtime.SocketName;

/** Finds the keeper that runs for this user. */
public final class Finder {

    private final RuntimeDirectories directories;
    private final Hello self;
    private final Owner me;

    public Finder(RuntimeDirectories directories, Hello self) throws IOException {
        this.directories = directories;
        this.self = self;
        this.me = Owner.ofThisProcess();
    }

    public Owner me() {
        return me;
    }

    /** Returns a connection to it; empty if none runs. */
    public Optional<KeeperConnection> connect() throws KeeperException {
        for (RuntimeDirectory directory : directories.all(me)) {
            if (directory.exists()) {
                directory.check(me);
                Optional<KeeperConnection> connection = connect(directory);
                if (connection.isPresent()) {
                    return connection;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<KeeperConnection> connect(RuntimeDirectory directory) throws KeeperException {
        if (!Files.exists(directory.socket(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (SocketName name = SocketName.of(directory.socket())) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            return connect(channel, name.address())
                    ? Optional.of(KeeperConnection.greet(channel, self))
                    : Optional.empty();
        } catch (SocketTimeoutException e) {
            throw new SilentKeeperException(
                    "the keeper at " + directory.socket() + " does not answer: end its process, and try again", e);
        } catch (IOException _) {
            // It ended between our connecting and its hello.
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new KeeperException(
                    "what answers at " + directory.socket() + " is not a keeper: " + e.getMessage(), e);
        }
    }

    /** Returns whether somebody is there: the socket of a keeper that was killed still lies about. */
    private static boolean connect(SocketChannel channel, UnixDomainSocketAddress address) throws IOException {
        try {
            return channel.connect(address);
        } catch (IOException _) {
            channel.close();
            return false;
        }
    }
}
