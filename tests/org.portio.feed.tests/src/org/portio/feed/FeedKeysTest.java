// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException.Kind;
import org.portio.feed.internal.Certificate;
import org.portio.feed.internal.Curve;

/** The files of keys. */
class FeedKeysTest {

    @TempDir
    Path config;

    private FeedKeys keys;

    @BeforeEach
    void makeKeys() {
        keys = FeedKeys.in(config);
    }

    @Test
    void theFeedsKeyIsMadeOnceAndOnlyItsUserCanReadIt() throws Exception {
        String key = keys.serverKey();

        assertEquals(key, FeedKeys.in(config).serverKey());
        assertEquals(key, Certificate.read(keys.serverFile()).publicKey());
        assertTrue(Curve.isKey(key));
        assertFalse(keys.server().toString().contains(keys.server().secretKey()));
        keys.create("me");
        try (Stream<Path> all = Files.walk(config.resolve("feed"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertTrue(FeedTestCase.isPrivate(file), file.toString());
            }
        }
    }

    @Test
    void whoIsAllowedIsListedByName() throws Exception {
        Certificate laptop = Curve.generate();
        keys.create("me");
        keys.allow("laptop", laptop.publicKey());
        keys.allow("laptop", laptop.publicKey());

        List<AllowedKey> all = keys.allowed();

        assertEquals(List.of("laptop", "me"), all.stream().map(AllowedKey::name).toList());
        assertEquals(laptop.publicKey(), all.getFirst().key());
    }

    @Test
    void aNameKeepsItsKeyUntilItIsRevoked() throws Exception {
        Path made = keys.create("me");
        String other = Curve.generate().publicKey();
        FeedException refused = assertThrows(FeedException.class, () -> keys.allow("me", other));
        assertEquals("'me' is already allowed; revoke it first: portio feed revoke me", refused.getMessage());
        assertThrows(FeedException.class, () -> keys.create("me"));

        assertTrue(keys.revoke("me"));
        assertFalse(keys.revoke("me"));

        assertEquals(List.of(), keys.allowed());
        assertFalse(Files.exists(made));
        keys.allow("me", other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", ".hidden", "a b", "a/b"})
    void aNameThatIsNoFileNameIsRefused(String name) {
        FeedException refused = assertThrows(FeedException.class, () -> keys.create(name));
        assertEquals(Kind.INVALID, refused.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "####################\"###################",
                "########################################"
            })
    void aTextThatIsNoKeyIsRefused(String key) {
        FeedException refused = assertThrows(FeedException.class, () -> keys.allow("me", key));
        assertEquals(Kind.INVALID, refused.kind());
    }

    @Test
    void aDamagedKeyOfTheFeedIsReportedAndNotReplaced() throws Exception {
        String before = keys.serverKey();
        Path secret = config.resolve("feed/server.key_secret");
        Files.writeString(secret, "curve\n");

        FeedException refused = assertThrows(FeedException.class, keys::serverKey);

        assertTrue(refused.getMessage().contains("move it away"), refused.getMessage());
        assertEquals("curve\n", Files.readString(secret));
        Files.delete(secret);
        assertNotEquals(before, keys.serverKey());
    }

    @Test
    void aFileThatIsNoKeyAllowsNobody() throws IOException, FeedException {
        keys.create("me");
        Files.writeString(config.resolve("feed/allowed/other.key"), "public-key = \"\"\n");
        assertEquals(1, keys.allowed().size());
    }
}
