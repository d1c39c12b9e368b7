// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/**
 * The bundles that lead messages of libraries to the log. To start them takes a tenth of a second, so they are of a higher
 * level than the framework begins with (portio.product), and are started from here.
 */
final class LibraryLogging {

    private static final int START_LEVEL = 8;

    private LibraryLogging() {}

    /** Runs on a thread of the framework; does nothing the second time. */
    static void start() {
        FrameworkUtil.getBundle(LibraryLogging.class)
                .getBundleContext()
                .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class)
                .setStartLevel(START_LEVEL);
    }
}
