// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.Places;
import org.portio.testing.RecordingRunner;

/** Tests the requests to each system, on every system. */
class KeeperInstallationTest {

    private static final String UNIT = "portio-keeper.service";

    @TempDir
    private Path home;

    private final RecordingRunner runner = new RecordingRunner();

    @Test
    void setsUpAUnitOfTheUsersSystemd() throws Exception {
        runner.answer("systemctl --user", "").answer("loginctl show-user", "no\n");
        KeeperInstallation linux = linux(Map.of("USER", "ann", "XDG_DATA_HOME", "/d%\"x\\", "PATH", "/bin"));

        String told = linux.install();

        assertEquals(
                List.of(
                        "systemctl --user show-environment",
                        "systemctl --user daemon-reload",
                        "systemctl --user enable --now " + UNIT,
                        "loginctl show-user --property=Linger --value ann"),
                runner.commands());
        assertEquals("""
                        [Unit]
                        Description=PortIO keeper: holds reserved ports

                        [Service]
                        Environment="XDG_DATA_HOME=/d%%\\"x\\\\"
                        ExecStart=:"/opt/my $portio 100%%/portio" keeper serve
                        Restart=on-failure
                        SuccessExitStatus=143

                        [Install]
                        WantedBy=default.target
                        """, Files.readString(unit()));
        assertEquals(
                "The keeper starts when you log in (" + unit() + ")\n"
                        + "To start it at boot and keep it running after you log out: loginctl enable-linger",
                told);
        assertTrue(linux.isInstalled());
    }

    @Test
    void givesNoHintWhereTheUsersSystemdLingers() throws Exception {
        runner.answer("systemctl --user", "").answer("loginctl show-user", "yes\n");

        assertEquals(
                "The keeper starts when you log in (" + unit() + ")",
                linux(Map.of()).install());
    }

    @Test
    void saysThatThereIsNoSystemdAndLeavesNothing() {
        String message = assertThrows(
                        KeeperException.class, () -> linux(Map.of()).install())
                .getMessage();

        assertEquals(
                "no systemd user instance answers here (Cannot run program \"systemctl\": No such file or directory);"
                        + " have your session start '/opt/my $portio 100%/portio keeper serve' when you log in",
                message);
        assertFalse(Files.exists(unit()));
    }

    @Test
    void leavesNoUnitThatSystemdDoesNotTake() {
        runner.answer("systemctl --user", "").answer("systemctl --user enable", 1, "", "Unit is\n masked\n");

        String message = assertThrows(
                        KeeperException.class, () -> linux(Map.of()).install())
                .getMessage();

        assertEquals("systemd did not accept the keeper: Unit is masked", message);
        assertFalse(Files.exists(unit()));
    }

    @Test
    void removesTheUnit() throws Exception {
        runner.answer("systemctl --user", "").answer("loginctl", "");
        KeeperInstallation linux = linux(Map.of());
        assertFalse(linux.uninstall());
        linux.install();

        assertTrue(linux.uninstall());

        assertFalse(linux.isInstalled());
        assertEquals(
                List.of("systemctl --user disable --now " + UNIT, "systemctl --user daemon-reload"),
                runner.commands().subList(4, 6));
    }

    @Test
    void onlyEnablesTheUnitOfThePackageThatTheProgramBelongsTo() throws Exception {
        runner.answer("systemctl --user", "").answer("loginctl", "yes");
        KeeperInstallation packaged = installation("Linux", Map.of(), home + "/usr/lib/portio/portio", runner);
        packaged.install();
        Path shipped =
                Files.createDirectories(home.resolve("usr/lib/systemd/user")).resolve(UNIT);
        Files.move(unit(), shipped);

        String told = packaged.install();

        assertEquals("The keeper starts when you log in (" + shipped + ")", told);
        assertFalse(Files.exists(unit()));
        assertTrue(packaged.isInstalled());
        assertTrue(packaged.uninstall());
        assertTrue(Files.exists(shipped));
        assertEquals("systemctl --user disable --now " + UNIT, runner.commands().getLast());
    }

    @Test
    void writesAUnitOfTheUsersOwnWhereThePackagedOneWouldNotFindTheFiles() throws Exception {
        runner.answer("systemctl --user", "").answer("loginctl", "yes");
        String program = home + "/usr/lib/portio/portio";
        installation("Linux", Map.of(), program, runner).install();
        Files.move(
                unit(),
                Files.createDirectories(home.resolve("usr/lib/systemd/user")).resolve(UNIT));

        installation("Linux", Map.of("PORTIO_HOME", "/data"), program, runner).install();

        assertTrue(Files.readString(unit()).contains("Environment=\"PORTIO_HOME=/data\""));
    }

    @Test
    void refusesAPathThatWouldWriteItsOwnLines() {
        runner.answer("systemctl --user", "");
        KeeperInstallation linux = installation("Linux", Map.of(), "/opt/a\nExecStartPre=evil", runner);

        assertThrows(KeeperException.class, linux::install);
        assertFalse(Files.exists(unit()));
    }

    @Test
    void setsUpAnAgentOfLaunchd() throws Exception {
        runner.answer("id -u", "501\n").fail("launchctl bootout", "none").answer("launchctl bootstrap", "");
        KeeperInstallation mac = installation("Mac OS X", Map.of("PORTIO_HOME", "/a&b"), "/Apps/<P>/portio", runner);

        mac.install();

        assertEquals(
                List.of(
                        "id -u",
                        "launchctl bootout gui/501/org.portio.keeper",
                        "launchctl bootstrap gui/501 " + agent()),
                runner.commands());
        String text = Files.readString(agent());
        assertTrue(
                text.contains("<array><string>/Apps/&lt;P&gt;/portio</string><string>keeper</string>"
                        + "<string>serve</string></array>"),
                text);
        assertTrue(text.contains("<key>PORTIO_HOME</key><string>/a&amp;b</string>"), text);
        assertTrue(text.contains("<key>RunAtLoad</key><true/>"), text);

        assertTrue(mac.uninstall());
        assertFalse(mac.isInstalled());
    }

    @Test
    void leavesNoAgentThatLaunchdDoesNotTake() {
        runner.answer("id -u", "501\n").answer("launchctl", 5, "", "Bootstrap failed: 5: Input/output error");
        KeeperInstallation mac = installation("Mac OS X", Map.of(), "/portio", runner);

        String message = assertThrows(KeeperException.class, mac::install).getMessage();

        assertEquals("launchd did not accept the keeper: Bootstrap failed: 5: Input/output error", message);
        assertFalse(Files.exists(agent()));
    }

    @Test
    void setsUpAScheduledTask() throws Exception {
        runner.answer("schtasks", "ERFOLGREICH");
        StringBuilder description = new StringBuilder();
        CommandRunner windows = (command, input, limit) -> {
            if (command.contains("/Create")) {
                description.append(read(Path.of(command.getLast())));
            }
            return runner.run(command, input, limit);
        };

        KeeperInstallation task = installation(
                "Windows 11",
                Map.of("USERDOMAIN", "BOX", "USERNAME", "ann & bob"),
                "/Program Files/portio.cmd",
                windows);
        task.install();

        assertEquals(
                List.of(
                        "schtasks /Create /F /TN PortIO Keeper /XML "
                                + places().state().resolve("keeper-task.xml"),
                        "schtasks /Run /TN PortIO Keeper"),
                runner.commands());
        String text = description.toString();
        assertTrue(text.contains("<LogonTrigger><UserId>BOX\\ann &amp; bob</UserId></LogonTrigger>"), text);
        assertTrue(text.contains("<ExecutionTimeLimit>PT0S</ExecutionTimeLimit>"), text);
        assertTrue(
                text.contains("<Exec><Command>&quot;" + Path.of("/Program Files/portio.cmd")
                        + "&quot;</Command><Arguments>keeper serve</Arguments>"),
                text);
        assertFalse(Files.exists(places().state().resolve("keeper-task.xml")));
        assertTrue(task.isInstalled());
    }

    @Test
    void judgesTheTaskSchedulerByItsExitCode() throws Exception {
        runner.answer("schtasks", 1, "", "ZUGRIFF VERWEIGERT").answer("schtasks /Query", 1, "", "");
        KeeperInstallation task = installation("Windows 11", Map.of(), "/portio.cmd", runner);

        String message = assertThrows(KeeperException.class, task::install).getMessage();

        assertEquals("the task scheduler did not accept the keeper: ZUGRIFF VERWEIGERT", message);
        assertFalse(task.isInstalled());
        assertFalse(task.uninstall());
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private KeeperInstallation linux(Map<String, String> environment) {
        return installation("Linux", environment, "/opt/my $portio 100%/portio", runner);
    }

    private KeeperInstallation installation(
            String osName, Map<String, String> environment, String program, CommandRunner commands) {
        return new KeeperInstallation(osName, home, environment, Path.of(program), places(), commands);
    }

    private Places places() {
        return Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
    }

    private Path unit() {
        return home.resolve(".config/systemd/user").resolve(UNIT);
    }

    private Path agent() {
        return home.resolve("Library/LaunchAgents/org.portio.keeper.plist");
    }
}
