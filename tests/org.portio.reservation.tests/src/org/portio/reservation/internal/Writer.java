// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.portio.core.Protocol;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.PortKey;

/** A process that reserves one port after the other, and reports each when it is done; it exists to be killed. */
final class Writer {

    private Writer() {}

    /** Arguments: folder, file for the reports, port, number of the first address. */
    public static void main(String[] arguments) throws Exception {
        try (HeldPorts engine = HeldPorts.open(TestPorts.places(Path.of(arguments[0])), TestPorts.monitor());
                FileOutputStream told = new FileOutputStream(arguments[1], true)) {
            for (int number = Integer.parseInt(arguments[3]); number < 1 << 16; number++) {
                String address = "127.10." + (number >> 8) + "." + (number & 0xff);
                engine.reserve(TestPorts.wish(new PortKey(Integer.parseInt(arguments[2]), Protocol.TCP, address)));
                told.write((address + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
