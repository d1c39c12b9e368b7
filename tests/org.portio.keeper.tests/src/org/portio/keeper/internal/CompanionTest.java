// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.keeper.KeeperException;

/** Companions of the keeper, which are asked through the keeper's socket. */
class CompanionTest {

    private static final String STRANGE = "{\"a\": \"line\nbreak ☃ \u0000\"}";

    @TempDir
    private Path folder;

    @Test
    void itsClientGetsTheAnswerAndTheFailureAsTheyAre() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            keeper.start();
            assertEquals(STRANGE, keeper.client().ask("echo", STRANGE));
            assertEquals(Optional.of(STRANGE), keeper.client().askIfRunning("echo", STRANGE));

            Failure failure = Failure.of(Kind.CONFLICT, "no", "ask again");
            keeper.echo.failure = new KeeperException(failure);
            assertEquals(
                    failure,
                    assertThrows(KeeperException.class, () -> keeper.client().ask("echo", "?"))
                            .failure());
        }
    }

    @Test
    void oneThatThisKeeperDoesNotHaveIsAnError() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            keeper.start();
            assertEquals(
                    "the keeper does not understand the request: unknown companion",
                    assertThrows(KeeperException.class, () -> keeper.client().ask("nobody", "?"))
                            .getMessage());
        }
    }

    @Test
    void withoutAKeeperNobodyIsStartedToAnswerWhatIsOnlyForOneThatRuns() throws Exception {
        try (FakeKeeper keeper = new FakeKeeper(folder)) {
            assertEquals(Optional.empty(), keeper.client().askIfRunning("echo", "?"));
        }
    }
}
