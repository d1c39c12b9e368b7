// SPDX-License-Identifier: EPL-2.0
package org.portio.core.oshi;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Obstacle;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.oshi.internal.OshiReader;
import org.portio.core.system.User;

/** Reads connections with OSHI. Ranked low: a source made for one system knows more and is asked first. */
@Component(property = "service.ranking:Integer=-100")
public final class OshiConnectionSource implements ConnectionSource {

    private static final List<Unseen> LIMITS = List.of(
            new Unseen("sockets that are bound but do not listen", -1, "they are in no table that OSHI reads"),
            new Unseen("further owners of shared sockets", -1, "OSHI names only one process per socket"));

    private static final Set<Obstacle> OBSTACLES =
            Set.of(User.ofSystem().isRoot() ? Obstacle.POLICY : Obstacle.OTHER_USERS);

    private OshiReader reader;

    @Override
    public String name() {
        return "oshi";
    }

    @Override
    public boolean isAvailable() {
        try {
            reader();
            return true;
        } catch (RuntimeException | LinkageError e) {
            log().log(System.Logger.Level.WARNING, "OSHI does not work on this machine", e);
            return false;
        }
    }

    @Override
    public Snapshot read() throws ConnectionException {
        try {
            Instant time = Instant.now();
            List<Connection> connections = reader().connections();
            return new Snapshot(time, name(), connections, LIMITS, OBSTACLES);
        } catch (RuntimeException | LinkageError e) {
            throw new ConnectionException("OSHI cannot read this machine's connections: " + e.getMessage(), e);
        }
    }

    /** Made on first use: loading OSHI and its native library takes a few hundred milliseconds. */
    private synchronized OshiReader reader() {
        if (reader == null) {
            reader = OshiReader.ofSystem();
        }
        return reader;
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(OshiConnectionSource.class.getName());
    }
}
