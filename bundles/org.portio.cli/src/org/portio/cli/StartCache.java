// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.File;

/** The file that the start script has Java take its classes from. */
final class StartCache {

    private StartCache() {}

    /**
     * Removes the file if this Java does not accept it, since it is damaged or another Java's: the next start makes a
     * new one. Nothing is said, since all works without it.
     */
    static void removeIfRefused() {
        String file = System.getProperty("portio.cache");
        if (file != null && !System.getProperty("java.vm.info", "").contains("sharing")) {
            new File(file).delete();
        }
    }
}
