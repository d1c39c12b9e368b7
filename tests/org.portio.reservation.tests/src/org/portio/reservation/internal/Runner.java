// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;

/** A process that runs a program with a reserved port, and stands in for it. */
final class Runner {

    private Runner() {}

    /** Arguments: folder, port, way; then the program's command. */
    public static void main(String[] arguments) throws Exception {
        PortRun.standIn();
        PortKey key = PortKey.of(Integer.parseInt(arguments[1]), Protocol.TCP);
        List<String> command = List.of(arguments).subList(3, arguments.length);
        try (HeldPorts engine = HeldPorts.open(TestPorts.places(Path.of(arguments[0])), TestPorts.monitor())) {
            engine.reserve(TestPorts.wish(key));
            HandOver way = HandOver.valueOf(arguments[2]);
            System.Logger log = System.getLogger("run");
            Runtime.getRuntime().halt(PortRun.run(engine, key, command, way, text -> log.log(Level.INFO, text)));
        }
    }
}
