// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** A user who may run only the helper by sudo blocks ports, in a network of the test's own. */
class SudoTest {

    private static final String PORTIO = Product.home().resolve("portio").toString();

    /** sudo reads a drop-in file only if its name has no dot. */
    private static final Path RULE = Path.of("/etc/sudoers.d/portio-test");

    @TempDir
    private Path home;

    @BeforeEach
    void letNobodyRunTheHelper() throws Exception {
        assumeTrue(
                Stream.of("sudo", "nft", "unshare", "ip").allMatch(Product::isInstalled)
                        && Files.isDirectory(RULE.getParent())
                        && Product.canRunAsNobody(),
                "needs root, sudo, nft, setpriv, unshare and ip (Debian: sudo, nftables, util-linux, iproute2), and a"
                        + " place that all users can read");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(RULE, "#65534 ALL=(root) NOPASSWD: " + PORTIO + " firewall-helper\n");
        Files.setPosixFilePermissions(RULE, PosixFilePermissions.fromString("r--r-----"));
    }

    @AfterEach
    void takeItBack() throws Exception {
        Files.deleteIfExists(RULE);
    }

    @Test
    void blocksListsAndUnblocksThroughTheHelper() throws Exception {
        String script = "portio block 18080 TCP --yes --drop --reason 'a test' && portio blocks --no-header"
                + " && nft list table inet portio && portio unblock --all --yes; echo code $?; nft list tables";

        Result result = inANetworkOfItsOwn(script);

        List<String> lines = result.out().lines().toList();
        assertEquals("Blocked TCP 18080 inbound.", lines.getFirst(), result.err());
        assertTrue(lines.get(1).startsWith("tcp  18080  inbound  drop  active  "), lines.get(1));
        assertTrue(lines.get(1).endsWith("  a test"), lines.get(1));
        assertTrue(result.out().contains(":65534:tcp:18080:inbound\""), result.out());
        assertEquals(List.of("Unblocked TCP 18080 inbound.", "code 0"), lines.subList(lines.size() - 2, lines.size()));
        assertEquals("", result.err());
    }

    @Test
    void blocksInNobodyElsesName() throws Exception {
        String tag = "portio:v1:00000000-0000-4000-8000-000000000001:0:tcp:18080:inbound";
        String request = "{\"version\":1,\"backend\":\"nftables\",\"action\":\"APPLY\",\"add\":[{\"tag\":\"" + tag
                + "\",\"verdict\":\"DROP\",\"loopback\":false,\"cutExisting\":false,\"expiry\":\"UNTIL_UNBLOCKED\","
                + "\"seconds\":null,\"remainingSeconds\":null,\"program\":\"\",\"controlGroup\":\"\"}],\"remove\":[]}";
        Path file = Files.writeString(home.resolve("request.json"), request);

        Result result =
                inANetworkOfItsOwn("nobody sudo -n " + PORTIO + " firewall-helper <" + file + "; nft list tables");

        assertTrue(result.out().contains("\"ok\":false"), result.out() + result.err());
        assertFalse(result.out().contains("table inet"), result.out());
    }

    /** Runs a script as root; in it, {@code portio} runs as the user nobody. */
    private Result inANetworkOfItsOwn(String script) throws Exception {
        String functions = "nobody() { " + String.join(" ", Product.asNobody()) + " \"$@\"; }; portio() { nobody "
                + PORTIO + " \"$@\"; }; ip link set lo up; ";
        return Product.run(
                Map.of("PORTIO_HOME", home.toString()), List.of("unshare", "-n", "sh", "-c", functions + script));
    }
}
