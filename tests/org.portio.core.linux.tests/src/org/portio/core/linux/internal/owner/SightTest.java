// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Obstacle;

/** Tests on files in the form in which Linux writes them below /proc. */
class SightTest {

    private static final String ALL = "000001ffffffffff";
    /** The capabilities that Docker leaves to root. */
    private static final String OF_DOCKER = "00000000a80425fb";

    @TempDir
    private Path proc;

    private Sight sight;

    @BeforeEach
    void isRootOfTheMachine() throws IOException {
        sight = new Sight(proc);
        status("1", "0", ALL);
        status("self", "0", ALL);
        namespace("pid", "4026531836");
        namespace("user", "4026531837");
        Files.writeString(proc.resolve("self/mounts"), "proc /proc proc rw,nosuid,relatime 0 0\n");
    }

    private void status(String process, String uid, String capabilities) throws IOException {
        Files.createDirectories(proc.resolve(process).resolve("ns"));
        Files.writeString(
                proc.resolve(process).resolve("status"),
                "Name:\tx\nUid:\t" + uid + "\t" + uid + "\t" + uid + "\t" + uid + "\nCapEff:\t" + capabilities + "\n");
    }

    private void namespace(String kind, String number) throws IOException {
        Path link = proc.resolve("self/ns").resolve(kind);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(kind + ":[" + number + "]"));
    }

    @Test
    void seesAllAsRootOfTheMachine() {
        assertFalse(sight.isListIncomplete());
        assertFalse(sight.isInPidNamespace());
        assertEquals(Set.of(Obstacle.POLICY), sight.obstacles());
    }

    @Test
    void namesTheCapabilityThatRootLacksInAContainer() throws IOException {
        status("self", "0", OF_DOCKER);
        namespace("pid", "4026532999");

        assertTrue(sight.isInPidNamespace());
        assertEquals(Set.of(Obstacle.CAP_SYS_PTRACE, Obstacle.PID_NAMESPACE), sight.obstacles());
    }

    @Test
    void namesTheCapabilityToReadDirectories() throws IOException {
        status("self", "0", "0000000000080000");

        assertEquals(Set.of(Obstacle.CAP_DAC_READ_SEARCH), sight.obstacles());
    }

    @Test
    void knowsThatRootOfAUserNamespaceIsNotRoot() throws IOException {
        namespace("user", "4026532111");

        assertEquals(Set.of(Obstacle.USER_NAMESPACE), sight.obstacles());
    }

    @Test
    void noticesThatProcessesOfOthersAreNotListed() throws IOException {
        status("self", "1000", "0000000000000000");
        assertFalse(sight.isListIncomplete());

        Files.delete(proc.resolve("1/status"));
        Files.delete(proc.resolve("1/ns"));
        Files.delete(proc.resolve("1"));

        assertTrue(sight.isListIncomplete());
        assertEquals(Set.of(Obstacle.OTHER_USERS, Obstacle.HIDEPID), sight.obstacles());
    }

    @Test
    void noticesItByTheMountWhereProcess1IsOnesOwn() throws IOException {
        status("1", "1000", "0000000000000000");
        status("self", "1000", "0000000000000000");
        assertFalse(sight.isListIncomplete());

        Files.writeString(
                proc.resolve("self/mounts"),
                "proc /proc proc rw,relatime 0 0\nproc /proc proc rw,relatime,hidepid=invisible 0 0\n");

        assertTrue(sight.isListIncomplete());
    }
}
