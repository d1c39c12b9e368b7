// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Function;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.LineChannel;

/** A client's connection to the keeper, after both have said their hello. */
public final class KeeperConnection implements AutoCloseable {

    /** The patience for everything that a keeper does at once. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration FOR_HELLO = Duration.ofSeconds(10);

    /** Answers grow with the number of reservations, some 300 bytes each. */
    private static final int LONGEST_ANSWER = 256 << 20;

    private final LineChannel lines;
    private final Hello keeper;

    private KeeperConnection(LineChannel lines, Hello keeper) {
        this.lines = lines;
        this.keeper = keeper;
    }

    /** Creates one over a connected socket; closes it if that fails. */
    static KeeperConnection greet(SocketChannel channel, Hello self) throws IOException, KeeperException {
        LineChannel lines = new LineChannel(channel, LONGEST_ANSWER);
        boolean greeted = false;
        try {
            String line = lines.read(FOR_HELLO);
            Errors.throwIfRefused(JsonFields.parse(line));
            Hello keeper = Hello.read(line);
            lines.write(self.json());
            greeted = true;
            return new KeeperConnection(lines, keeper);
        } finally {
            if (!greeted) {
                lines.close();
            }
        }
    }

    public Hello keeper() {
        return keeper;
    }

    /** Asks and waits for the answer. */
    <T> T ask(JsonObject request, Duration patience, Function<JsonFields, T> reader) throws KeeperException {
        try {
            lines.write(request);
            JsonFields answer = JsonFields.parse(lines.read(patience));
            Errors.throwIfRefused(answer);
            return reader.apply(answer);
        } catch (SocketTimeoutException e) {
            throw silent(e);
        } catch (IOException e) {
            throw new KeeperException(
                    Failure.of(
                            Kind.FAILED,
                            "the keeper ended before it answered",
                            "check whether the change was made, then try again"),
                    e);
        } catch (IllegalArgumentException e) {
            throw new KeeperException("the keeper's answer is not valid: " + e.getMessage(), e);
        }
    }

    private KeeperException silent(IOException cause) {
        return new KeeperException(
                Failure.of(
                        Kind.FAILED,
                        "the keeper (process " + keeper.pid() + ") does not answer",
                        "end that process, and try again"),
                cause);
    }

    /** Begins to watch; {@link #next} then returns what it sees. */
    void send(JsonObject request) throws IOException {
        lines.write(request);
    }

    /** Returns the next line, however long it takes. */
    JsonFields next() throws IOException {
        return JsonFields.parse(lines.read());
    }

    /** Waits until the keeper has closed the connection, and its process has ended. */
    void awaitEnd() throws KeeperException {
        try {
            while (true) {
                lines.read(PATIENCE);
            }
        } catch (SocketTimeoutException e) {
            throw silent(e);
        } catch (IOException _) {
            Processes.awaitEnd(keeper.pid());
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException _) {
            // It was of no use any more.
        }
    }
}
