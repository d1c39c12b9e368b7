// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Real output of programs, kept beside the tests. */
public final class Captured {

    private Captured() {}

    public static String text(String name) throws IOException {
        try (InputStream stream = Captured.class.getResourceAsStream("captured/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
