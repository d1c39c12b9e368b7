// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.Firewalls;
import org.portio.testing.ExtensionJar;

/** The command line blocks ports with the backend of an extension, and the process that has another user's rights never loads it. */
class ExtensionBackendTest {

    private static final String BACKEND = "org.portio.firewall.spi.FirewallBackend";
    private static final String FOLDER = "org.portio.test.folder";
    private static final BlockRequest WEB = BlockRequest.of(PortRange.of(8080), Protocol.TCP);

    private static final String SOURCE = """
            package z;
            import java.io.File;
            import java.util.*;
            import org.portio.firewall.*;
            import org.portio.firewall.spi.*;
            public class Folder extends PlannedBackend {
                private final File folder = new File(System.getProperty("org.portio.test.folder"));
                public Folder() { super("folder", Capability.DROP, Capability.SPARE_EXISTING); }
                public boolean isAutomatic() { return false; }
                public Availability availability() {
                    return folder.isDirectory()
                        ? new Availability(Availability.Status.AVAILABLE, "blocks in a folder")
                        : new Availability(Availability.Status.NO_PERMISSION, "the folder is root's");
                }
                public List<AppliedRule> list() {
                    return AppliedRule.ofTags(List.of(folder.list()));
                }
                public List<PlannedCommand> commandsFor(Change change) {
                    List<PlannedCommand> commands = new ArrayList<>();
                    change.add().forEach(rule -> commands.add(PlannedCommand.of("touch", folder + "/" + rule.tag().text())));
                    change.remove().forEach(rule -> commands.add(PlannedCommand.of("rm", folder + "/" + rule.tag().text())));
                    return commands;
                }
            }
            """;

    private static final String BROKEN = """
            package z;
            import java.util.*;
            import org.portio.firewall.*;
            import org.portio.firewall.spi.*;
            public class Broken extends PlannedBackend {
                public Broken() { super("broken"); }
                public boolean isAutomatic() { throw new IllegalStateException("never"); }
                public Availability availability() {
                    return new Availability(Availability.Status.AVAILABLE, "it says");
                }
                public List<AppliedRule> list() { return null; }
                public List<PlannedCommand> commandsFor(Change change) { return List.of(); }
            }
            """;

    @TempDir
    private static Path jars;

    @TempDir
    private Path home;

    private final Cli cli = new Cli();
    private List<FirewallBackend> backends;
    private Path folder;
    private Places places;

    @BeforeAll
    static void make() {
        ExtensionJar.of("wall")
                .component("z.Folder", BACKEND, SOURCE)
                .write(jars.resolve("wall.jar"), FirewallBackend.class, Connection.class);
        ExtensionJar.of("crack")
                .component("z.Broken", BACKEND, BROKEN)
                .write(jars.resolve("crack.jar"), FirewallBackend.class, Connection.class);
    }

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createDirectory(home.resolve("blocks"));
        System.setProperty(FOLDER, folder.toString());
        places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        cli.extensions = Extensions.of(() -> places, null, User.ofSystem(), ExtensionServices.PROGRAM);
        cli.extensions.install(jars.resolve("wall.jar"));
        cli.extensions.install(jars.resolve("crack.jar"));
        backends = Firewalls.backendsWith(new ExtensionServices(cli.extensions).backends());
    }

    @AfterEach
    void end() {
        System.clearProperty(FOLDER);
    }

    private Firewall firewall() {
        return Firewalls.over(backends, "folder", Path.of("/usr/bin/portio"), places);
    }

    private FirewallBackend backend(String name) {
        return backends.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void blocksListsAndUnblocks() throws Exception {
        Block block = firewall().block(WEB, false);
        assertEquals("folder", block.backend());
        assertTrue(Files.exists(
                folder.resolve("portio:v1:" + block.id() + ":" + User.ofSystem().id() + ":tcp:8080:inbound")));

        assertEquals(
                List.of(Block.State.ACTIVE),
                firewall().blocks().stream().map(Block::state).toList());

        firewall().unblock(List.of(block.id()), false);
        assertEquals(List.of(), List.of(folder.toFile().list()));
    }

    @Test
    void nobodyIsAskedForRightsForItAndTheMessageHasAWayOut() throws Exception {
        Files.delete(folder);
        FirewallException failure =
                assertThrows(FirewallException.class, () -> firewall().block(WEB, false));

        assertEquals(FirewallException.Kind.PERMISSION, failure.kind());
        assertEquals(
                "the folder is root's; it comes from an extension, and PortIO never asks for a password to run such a"
                        + " backend; install the extension as root and run PortIO as root, or choose another backend",
                failure.getMessage());
    }

    @Test
    void aFaultyOneIsNotAutomaticAndIsNamed() throws Exception {
        assertFalse(backend("broken").isAutomatic());
        FirewallException failure =
                assertThrows(FirewallException.class, () -> backend("broken").list());

        assertTrue(failure.getMessage().startsWith("the extension crack threw java.lang.NullPointerException"));
        Extension crack = cli.extensions.find("crack").getFirst();
        assertEquals(Extension.State.SWITCHED_OFF, crack.state());
        assertEquals(
                "threw java.lang.IllegalStateException: never, at z.Broken.isAutomatic(Broken.java:7)",
                crack.faults().getFirst().text());
        assertEquals(
                Extension.State.ACTIVE, cli.extensions.find("wall").getFirst().state());
    }

    @Test
    void theHelperDoesNotKnowIt() {
        cli.backends = backends;
        cli.input = "{\"version\":1,\"backend\":\"folder\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}";

        Cli.Result result = cli.run("firewall-helper");

        assertEquals(2, result.code(), result::toString);
        assertTrue(result.out().contains("unknown backend"), result::toString);
    }

    @Test
    void doctorTellsWhatItSaysAndAnUnknownNameLeadsToTheOneThatIsNotUsed() throws Exception {
        cli.backends = backends;
        String doctor = cli.run("doctor").out();
        assertTrue(doctor.contains("backend folder of an extension: blocks in a folder"), doctor);

        cli.backends = Firewalls.backendsOfSystem();
        cli.extensions.disable("wall");
        String unknown = cli.run("block", "8080", "TCP", "--backend", "folder", "--dry-run")
                .err();
        assertTrue(
                unknown.contains("; the extension wall brings another one and is not used: portio extension why wall"),
                unknown);
    }
}
