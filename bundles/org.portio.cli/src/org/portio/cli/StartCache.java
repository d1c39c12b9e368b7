// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.File;
import java.io.IOException;

/** The file that the start script has Java take its classes from. */
final class StartCache {

    private StartCache() {}

    /**
     * Removes the file if this Java does not accept it, since it is damaged or another Java's: the next start makes a
     * new one. One that came with the product and cannot be removed is marked as refused, which the start script heeds.
     * Nothing is said, since all works without it.
     */
    static void removeIfRefused() {
        String file = System.getProperty("portio.cache");
        if (file != null && !System.getProperty("java.vm.info", "").contains("sharing") && !new File(file).delete()) {
            mark(System.getProperty("portio.refused", ""));
        }
    }

    private static void mark(String refused) {
        try {
            if (!refused.isEmpty()) {
                new File(refused).createNewFile();
            }
        } catch (IOException _) {
            // Then the next start tries the file once more.
        }
    }
}
