// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import org.portio.keeper.internal.FakeKeeper;
import org.portio.keeper.internal.runtime.KeeperLog;

class KeeperServerTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    /** Runs in a loop, since it could be refused only in a moment of microseconds on the way. */
    @RepeatedTest(50)
    void whoeverSeesTheSocketIsLetIn() throws Exception {
        Path socket = folder.resolve("socket");
        CompletableFuture<Boolean> client = CompletableFuture.supplyAsync(() -> connectsAtOnce(socket));

        try (KeeperServer _ = KeeperServer.open(
                socket, Files.getOwner(folder), null, new KeeperLog(FakeKeeper.placesBelow(folder)))) {
            assertTrue(answer(client));
        }
    }

    private static boolean answer(CompletableFuture<Boolean> client) throws Exception {
        try {
            return client.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("refused", e.getCause());
        }
    }

    private static boolean connectsAtOnce(Path socket) {
        while (!Files.exists(socket)) {
            Thread.onSpinWait();
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
