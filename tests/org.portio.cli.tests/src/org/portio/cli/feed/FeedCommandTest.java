// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.feed.FeedKeys;

/** The commands on the feed's keys, and calls that do not start it. */
class FeedCommandTest {

    private static final String KEY = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";

    @TempDir
    Path config;

    private final Cli cli = new Cli();

    @BeforeEach
    void makeKeys() {
        cli.feedKeys = FeedKeys.in(config);
    }

    @Test
    void keygenMakesAFileAndAllowsItsKey() {
        Cli.Result made = cli.run("feed", "keygen", "me");

        assertEquals(0, made.code(), made.err());
        Path file = config.resolve("feed/clients/me.key_secret");
        assertEquals("Keys of me  " + file, made.lines().getFirst());
        assertTrue(Files.exists(file));
        Cli.Result listed = cli.run("feed", "list", "--no-header");
        assertEquals(0, listed.code());
        assertTrue(listed.out().startsWith("me "), listed.out());
        Cli.Result again = cli.run("feed", "keygen", "me");
        assertEquals(4, again.code());
        assertEquals("portio: 'me' is already allowed; revoke it first: portio feed revoke me\n", again.err());
    }

    @Test
    void aKeyIsAllowedAndRevoked() {
        assertEquals(new Cli.Result(0, "Allowed laptop.\n", ""), cli.run("feed", "allow", "laptop", KEY));
        assertEquals(
                List.of("Subscriber  Key", "laptop      " + KEY),
                cli.run("feed", "list").lines());
        assertEquals(new Cli.Result(0, "Revoked laptop.\n", ""), cli.run("feed", "revoke", "laptop"));
        assertEquals(
                new Cli.Result(1, "", "portio: 'laptop' is not allowed; nothing to revoke\n"),
                cli.run("feed", "revoke", "laptop"));
        assertEquals(1, cli.run("feed", "list").code());
    }

    @Test
    void plainOnAllAddressesIsRefused() {
        Cli.Result refused = cli.run("feed", "--plain", "--bind", "tcp://*:5556");
        assertEquals(4, refused.code());
        assertEquals(
                "portio: other machines could read everything on tcp://0.0.0.0:5556 without a key; leave out --plain,"
                        + " and allow each subscriber's key; or bind it to 127.0.0.1\n",
                refused.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--bind, ipc:///tmp/x, ipc:// is not offered",
        "--bind, 127.0.0.1:5556, '''127.0.0.1:5556'' is not an address of the feed'",
        "--clients, 0, '''0'' is not a valid number'"
    })
    void aBadValueIsWrongUsage(String option, String value, String message) {
        Cli.Result refused = cli.run("feed", option, value);
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains(message), refused.err());
    }
}
