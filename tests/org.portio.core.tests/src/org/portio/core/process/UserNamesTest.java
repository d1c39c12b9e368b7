// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.system.User;

class UserNamesTest {

    private static final List<String> PASSWD =
            List.of("root:x:0:0:root:/root:/bin/bash", "nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin");

    @Test
    void userWithoutAnEntryIsItsNumber() {
        UserNames names = new UserNames(PASSWD);

        assertEquals(new User("0", "root"), names.of(0));
        assertEquals(new User("65534", "nobody"), names.of(65534));
        assertEquals(new User("1000", "1000"), names.of(1000));
    }

    @Test
    void uidThatStandsForOthersHasNoName() {
        UserNames names = new UserNames(PASSWD);

        names.hide(65534);

        assertEquals(new User("65534", "?"), names.of(65534));
        assertFalse(names.has("nobody"));
    }

    /** Tests on lines of Linux 6: from the first namespace, from {@code unshare -r}, and from a rootless container. */
    @Test
    void mapTellsWhichUidsThereAre() {
        assertTrue(OverflowUid.has(List.of("         0          0 4294967295"), 65534));
        assertFalse(OverflowUid.has(List.of("         0       1000          1"), 65534));
        List<String> container = List.of("         0       1000          1", "         1     100000      65536");
        assertTrue(OverflowUid.has(container, 65534));
        assertFalse(OverflowUid.has(container, 65537));
    }
}
