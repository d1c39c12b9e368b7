// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.portio.firewall.internal.elevation.Elevation;
import org.portio.firewall.internal.elevation.HelperAnswer;
import org.portio.firewall.internal.helper.HelperServer;
import org.portio.firewall.spi.FirewallBackend;

/** The one step that runs with privileges: does one request of {@link Elevation}'s backends, and nothing else. */
public final class FirewallHelper {

    /** The helper's name as a command. */
    public static final String COMMAND = Elevation.HELPER;

    /** A line that the helper writes before it reads: its caller no longer asks for a password. */
    public static final String READY = HelperAnswer.READY;

    private FirewallHelper() {}

    /**
     * Reads one request, does it with the backend that it names, and writes one line of JSON as the answer.
     *
     * @return 0 when it is done, 2 for no valid request, 3 for no permission, 4 for all else
     */
    public static int serve(InputStream in, OutputStream out, List<FirewallBackend> backends) throws IOException {
        return new HelperServer(backends, System.getenv()).serve(in, out);
    }
}
