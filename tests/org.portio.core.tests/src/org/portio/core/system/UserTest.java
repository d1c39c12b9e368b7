// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UserTest {

    @Test
    void aUserWithoutANameIsNotSentToSudo() {
        assertEquals("sudo portio blocks", new User("1000", "alice").asRoot("portio blocks"));
        assertEquals("run: sudo portio blocks", new User("1000", "alice").runAsRoot("portio blocks"));
        assertEquals("as root: portio blocks", new User("12351", "12351").asRoot("portio blocks"));
        assertEquals("run as root: portio blocks", new User("12351", "12351").runAsRoot("portio blocks"));
    }

    @Test
    void rootTypesTheCommandAsItIs() {
        assertEquals("portio blocks", new User("0", "root").asRoot("portio blocks"));
        assertEquals("portio blocks", new User("0", "0").asRoot("portio blocks"));
    }

    @Test
    void rootIsToldByTheUidAndByTheNameOnlyIfThereIsNone() {
        assertTrue(new User("0", "toor").isRoot());
        assertTrue(new User("root", "root").isRoot());
        assertFalse(new User("1000", "root").isRoot(), "the rights go by the uid");
        assertFalse(new User("alice", "alice").isRoot());
        assertEquals("portio blocks", new User("root", "root").asRoot("portio blocks"));
    }

    /** The same as on macOS, where the ID is made from the name. */
    @Test
    void anIdThatIsTheNameIsAName() {
        assertEquals("sudo portio blocks", new User("alice", "alice").asRoot("portio blocks"));
    }
}
