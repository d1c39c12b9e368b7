// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.cli.text.Output;
import org.portio.core.system.FileFailure;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.reservation.Remap;
import org.portio.reservation.Remaps;

/** The ports that running programs of this user get in place of those they ask for. */
public final class RunningRemaps {

    /** The name of the folder that {@link Remaps} reads. */
    private static final String FOLDER = "remaps";

    private RunningRemaps() {}

    /** Returns whether there may be some. It loads no class of reservations, which most lists need not. */
    public static boolean mayBeThere() {
        try {
            return Files.isDirectory(Places.ofSystem().state().resolve(FOLDER));
        } catch (NoHomeException _) {
            return false;
        }
    }

    /** Returns the ports that were asked for, by those that were given. */
    public static Map<Integer, Integer> askedByGiven(Output output) {
        Map<Integer, Integer> ports = new HashMap<>();
        list(output).forEach(remap -> ports.put(remap.given(), remap.asked()));
        return ports;
    }

    /** Returns them; none, with a note, if that cannot be read, for it is never all that was asked for. */
    public static List<Remap> list(Output output) {
        try {
            return Remaps.of(Places.ofSystem()).list();
        } catch (IOException e) {
            output.note("cannot read which ports are remapped: " + FileFailure.text(e));
        } catch (NoHomeException _) {
            // Nobody without a home directory can have given any.
        }
        return List.of();
    }
}
