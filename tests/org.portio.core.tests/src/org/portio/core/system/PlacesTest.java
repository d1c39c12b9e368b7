// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

    @Test
    void followsTheXdgBaseDirectoriesOnLinux() {
        Path data = Path.of("/srv/data").toAbsolutePath();

        Places places = Places.of(Map.of("XDG_DATA_HOME", data.toString()), "Linux", HOME);

        assertEquals(HOME.resolve(".config/portio"), places.config());
        assertEquals(data.resolve("portio"), places.data());
        assertEquals(HOME.resolve(".local/state/portio"), places.state());
        assertEquals(HOME.resolve(".cache/portio"), places.cache());
    }

    @Test
    void ignoresRelativeXdgDirectories() {
        Places places = Places.of(Map.of("XDG_STATE_HOME", "state"), "Linux", HOME);

        assertEquals(HOME.resolve(".local/state/portio"), places.state());
    }

    @Test
    void dividesRoamingAndLocalFilesOnWindows() {
        Places places = Places.of(Map.of(), "Windows 11", HOME);

        assertEquals(HOME.resolve("AppData/Roaming/PortIO/config"), places.config());
        assertEquals(HOME.resolve("AppData/Local/PortIO/state"), places.state());
    }

    @Test
    void keepsAllInApplicationSupportOnMacOs() {
        Places places = Places.of(Map.of(), "Mac OS X", HOME);

        assertEquals(HOME.resolve("Library/Application Support/PortIO/state"), places.state());
    }

    @Test
    void obeysPortioHomeOnEverySystem() {
        Path home = Path.of("/tmp/elsewhere").toAbsolutePath();
        for (String os : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            Places places = Places.of(Map.of("PORTIO_HOME", home.toString(), "XDG_STATE_HOME", "/x"), os, HOME);

            assertEquals(home.resolve("state"), places.state());
            assertEquals(home.resolve("config"), places.config());
        }
    }

    @Test
    void aHomeThatIsNotKnownIsRefusedInWords() {
        Path unknown = Path.of("?");
        NoHomeException failure =
                assertThrows(NoHomeException.class, () -> Places.of(Map.of("XDG_DATA_HOME", "/x"), "Linux", unknown));
        assertTrue(failure.getMessage().contains("set PORTIO_HOME"), failure.getMessage());
        assertThrows(NoHomeException.class, () -> Places.of(Map.of(), "Mac OS X", unknown));

        assertEquals(
                Path.of("/p/data").toAbsolutePath(),
                Places.of(Map.of("PORTIO_HOME", "/p"), "Linux", unknown).data());
    }
}
