// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.product.Product.Result;

/** Tests what PortIO says if rights are missing. Root gives up these rights for the command under test. */
class RightsTest {

    private static final String GIVEN_UP = "-sys_ptrace,-net_bind_service,-sys_admin,-perfmon";

    @BeforeEach
    void beRoot() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Product.isInstalled("setpriv"),
                "only root can give up single rights, with setpriv (Debian: util-linux)");
    }

    @Test
    void saysHowManyOwnersAreHidden() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result result = runWithFewerRights("list", "--port", String.valueOf(server.getLocalPort()));

            assertEquals(0, result.exitCode(), result.err());
            assertTrue(result.out().contains("LISTEN"), result.out());
            assertTrue(result.out().contains(" ?"), result.out());
            assertTrue(
                    result.err()
                            .matches(
                                    "portio: owners of \\d+ sockets? hidden: the capability CAP_SYS_PTRACE is missing\n"),
                    result.err());
        }
    }

    @Test
    void doesNotCallAPrivilegedPortFreeForSure() throws Exception {
        Result result = runWithFewerRights("check-port", "1", "TCP");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.out().contains("binding it to make sure needs privileges"), result.out());
    }

    @Test
    void saysThatOtherNamespacesNeedPrivileges() throws Exception {
        Result result = runWithFewerRights("list", "--all-namespaces");

        assertEquals(3, result.exitCode(), result.err());
        assertEquals("", result.out());
        assertEquals(
                "portio: looking into other network namespaces needs privileges (CAP_SYS_ADMIN); the capability"
                        + " CAP_SYS_ADMIN is missing, although this is root\n",
                result.err());
    }

    /** The user nobody, who may change the firewall neither by CAP_NET_ADMIN nor by sudo, if that is installed. */
    @ParameterizedTest
    @ValueSource(strings = {"block 18080 TCP --yes --reason 'a b'", "unblock 18080 TCP --yes", "blocks"})
    void saysHowToChangeTheFirewallWithRights(String arguments, @TempDir Path home) throws Exception {
        assumeTrue(
                Product.isInstalled("nft") && Product.canRunAsNobody(),
                "needs nft (Debian: nftables), and a place that all users can read");
        String portio = Product.home().resolve("portio").toString();
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        List<String> command = new ArrayList<>(Product.asNobody());
        command.addAll(List.of("sh", "-c", portio + " " + arguments));
        Result result = Product.run(Map.of("PORTIO_HOME", home.toString()), command);

        assertEquals(3, result.exitCode(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().endsWith("; run: sudo " + portio + " " + arguments + "\n"), result.err());
    }

    @Test
    void namesAnExtensionThatItCannotRead(@TempDir Path home) throws Exception {
        Path jar = Files.createDirectories(home.resolve("data/extensions")).resolve("bad.jar");
        Files.createFile(jar, PosixFilePermissions.asFileAttribute(Set.of()));

        Result result = run(
                "-dac_override,-dac_read_search",
                Map.of("PORTIO_HOME", home.toString()),
                "extension",
                "why",
                "bad.jar");

        assertEquals(1, result.exitCode(), result.err());
        assertTrue(
                result.out()
                        .startsWith("bad.jar: not usable; it cannot be read; check its permissions with: ls -l " + jar),
                result.out());
    }

    private static Result runWithFewerRights(String... arguments) throws Exception {
        return run(GIVEN_UP, Map.of(), arguments);
    }

    private static Result run(String givenUp, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--bounding-set",
                givenUp,
                Product.home().resolve("portio").toString()));
        command.addAll(List.of(arguments));
        return Product.run(environment, command);
    }
}
