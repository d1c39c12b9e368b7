// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.wiring.FirewallHelper;

/**
 * A sudo that is a script of the test, and the real one with a user who exists only in a mount namespace of the test.
 */
@DisabledOnOs(OS.WINDOWS)
class AskedSudoTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String REQUEST = "{\"what\":\"a request\"}";

    /** Reports that it reads, and returns what it has read, as the helper does. */
    private static final String HELPER = "echo '" + FirewallHelper.READY + "'; cat";

    @TempDir
    private Path folder;

    private final List<Integer> attempts = new ArrayList<>();
    private final List<char[]> given = new ArrayList<>();

    @Test
    void givesSudoThePasswordAndTheHelperTheRequest() throws IOException {
        Result result = fake("secret").run(List.of(fakeSudo()), REQUEST, LIMIT);

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(FirewallHelper.READY + "\n" + REQUEST, result.out());
        assertEquals(List.of(1), attempts);
    }

    @Test
    void asksAgainAfterAWrongPasswordAsOftenAsSudoDoes() throws IOException {
        Result result = fake("wrong", "sécret", "secret").run(List.of(fakeSudo()), REQUEST, LIMIT);

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(FirewallHelper.READY + "\n" + REQUEST, result.out());
        assertEquals(List.of(1, 2, 3), attempts);
        assertEquals("wrong\nsécret\nsecret\n", Files.readString(folder.resolve("read")));
    }

    @Test
    void sendsNoRequestToASudoThatGivesNoRights() throws IOException {
        Result result = fake("a", "b", "c", "d").run(List.of(fakeSudo()), REQUEST, LIMIT);

        assertEquals(1, result.exitCode());
        assertEquals("sudo: 3 incorrect password attempts\n", lastLine(result.err()));
        assertEquals("a\nb\nc\n", Files.readString(folder.resolve("read")));
    }

    @Test
    void wipesWhatWasTyped() throws IOException {
        fake("wrong", "secret").run(List.of(fakeSudo()), REQUEST, LIMIT);

        given.forEach(password -> assertArrayEquals(new char[password.length], password));
    }

    @Test
    void showsThePasswordToNobody() throws IOException {
        Result result = fake("s3cr3t-not", "secret").run(List.of(fakeSudo()), REQUEST, LIMIT);

        assertFalse((result.out() + result.err()).contains("s3cr3t-not"), result.toString());
        assertFalse(result.err().contains(SudoPrompts.MARK), result.err());
        assertFalse(Files.readString(folder.resolve("seen")).contains("secret"), "in arguments or environment");
    }

    @Test
    void endsWhereTheUserWouldNotAnswer() throws IOException {
        assertThrows(DismissedException.class, () -> fake().run(List.of(fakeSudo()), REQUEST, LIMIT));

        assertEquals("", Files.readString(folder.resolve("read")));
    }

    @Test
    void asksNothingWhereSudoDoesNot() throws IOException {
        Result result = fake().run(List.of("sh", "-c", HELPER), REQUEST, LIMIT);

        assertEquals(FirewallHelper.READY + "\n" + REQUEST, result.out());
        assertEquals(List.of(), attempts);
    }

    @Test
    void greetingsBeforeTheQuestionAreNotTakenForTheHelper() throws IOException {
        String script = "echo 'Place your finger on the reader'; printf '%s' '" + SudoPrompts.MARK
                + "' >&2; read p; echo \"$p\" >>read; " + HELPER;

        Result result = fake("secret").run(List.of("sh", "-c", "cd " + folder + "; " + script), REQUEST, LIMIT);

        assertTrue(result.out().endsWith(REQUEST), result.out());
        assertEquals("secret\n", Files.readString(folder.resolve("read")));
    }

    @Test
    void waitsForNoSudoThatHangs() {
        IOException failure = assertThrows(
                IOException.class,
                () -> fake().run(List.of("sh", "-c", "exec sleep 60"), REQUEST, Duration.ofMillis(300)));

        assertEquals("sudo did not finish in time", failure.getMessage());
    }

    static boolean isRootWithSudo() {
        return "root".equals(System.getProperty("user.name"))
                && Stream.of("sudo", "setpriv", "unshare", "perl")
                        .allMatch(name -> Files.isExecutable(Path.of("/usr/bin", name)));
    }

    @Test
    @EnabledIf(value = "isRootWithSudo", disabledReason = "needs root, sudo, setpriv, unshare and perl")
    void theRealSudoAsksAndTakesTheAnswer() throws IOException {
        Result result = fake("wrong", "right one").run(realSudo(), REQUEST, LIMIT);

        assertEquals(0, result.exitCode(), result.err());
        assertEquals(FirewallHelper.READY + "\n0\n" + REQUEST, result.out());
        assertEquals(List.of(1, 2), attempts);
    }

    @Test
    @EnabledIf(value = "isRootWithSudo", disabledReason = "needs root, sudo, setpriv, unshare and perl")
    void theRealSudoGivesUpAfterItsOwnNumber() throws IOException {
        Result result = fake("a", "b", "c", "d").run(realSudo(), REQUEST, LIMIT);

        assertEquals(1, result.exitCode());
        assertEquals("sudo: 3 incorrect password attempts\n", lastLine(result.err()));
        assertEquals(List.of(1, 2, 3), attempts);
    }

    @Test
    @EnabledIf(value = "isRootWithSudo", disabledReason = "needs root, sudo, setpriv, unshare and perl")
    void theRealSudoEndsWhereTheUserWouldNotAnswer() {
        assertThrows(DismissedException.class, () -> fake("wrong").run(realSudo(), REQUEST, LIMIT));

        assertEquals(List.of(1, 2), attempts);
    }

    /** Answers with these passwords, one after the other, and then not at all. */
    private AskedSudo fake(String... passwords) {
        return new AskedSudo(attempt -> {
            attempts.add(attempt);
            if (attempt > passwords.length) {
                return Optional.empty();
            }
            given.add(passwords[attempt - 1].toCharArray());
            return Optional.of(given.getLast());
        });
    }

    /** Notes what it reads, and what other users could see of it. */
    private String fakeSudo() throws IOException {
        String script = """
                #!/bin/sh
                cd '%s'
                : >read
                for try in 1 2 3; do
                    printf '%%s' '%s' >&2
                    IFS= read -r password || { echo 'sudo: no password was provided' >&2; exit 1; }
                    printf '%%s\\n' "$password" >>read
                    { cat /proc/$$/cmdline; cat /proc/$$/environ; } >>seen 2>&1
                    if [ "$password" = secret ]; then %s; exit; fi
                    echo 'Sorry, try again.' >&2
                done
                echo 'sudo: 3 incorrect password attempts' >&2
                exit 1
                """.formatted(folder, SudoPrompts.MARK, HELPER);
        Path file = Files.writeString(folder.resolve("sudo"), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file.toString();
    }

    /** The machine's own files of users stay as they are: copies are mounted over them, for this process alone. */
    private List<String> realSudo() {
        String script = """
                set -e
                cd '%s'
                hash=$(perl -e 'print crypt("right one", q($6$portio$))')
                cp -p /etc/passwd passwd; cp -p /etc/shadow shadow
                echo 'portio-asked:x:54321:54321::/:/bin/sh' >>passwd
                echo "portio-asked:$hash:19000:0:99999:7:::" >>shadow
                mkdir sudoers.d; echo 'portio-asked ALL=(root) ALL' >sudoers.d/portio; chmod 440 sudoers.d/portio
                for file in passwd shadow sudoers.d; do mount --bind $file /etc/$file; done
                mkdir -p /run/sudo; mount -t tmpfs portio /run/sudo
                cd /
                exec setpriv --reuid 54321 --regid 54321 --clear-groups \
                    sudo -S -p '%s' -- sh -c "$0"
                """.formatted(folder, SudoPrompts.MARK);
        return List.of("unshare", "-m", "sh", "-c", script, "echo '" + FirewallHelper.READY + "'; id -u; cat");
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (_, last) -> last) + "\n";
    }
}
