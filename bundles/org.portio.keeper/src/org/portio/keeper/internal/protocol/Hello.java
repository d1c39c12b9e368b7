// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/**
 * The first line that each side says. This line, and the requests "status" and "stop", are the same in every protocol, so
 * that each PortIO can tell of each other one, and end its keeper.
 *
 * @param protocol which requests are understood; the same number means the same requests, whatever the version
 * @param version of PortIO
 * @param pid of the one who says it
 * @param network network namespace of the one who says it, as Linux names it; empty if that is not known
 */
public record Hello(int protocol, String version, long pid, String network) {

    public static final int PROTOCOL = 4;

    public static Hello ofThisProcess(String version) {
        return new Hello(PROTOCOL, version, ProcessHandle.current().pid(), ownNetwork());
    }

    private static String ownNetwork() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/thread-self/ns/net")).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    /** Returns whether a port of the one is a port of the other; also true if it is not known. */
    public boolean sharesNetwork(Hello other) {
        return network.isEmpty() || other.network.isEmpty() || network.equals(other.network);
    }

    public boolean speaksOurs() {
        return protocol == PROTOCOL;
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("protocol", protocol);
        json.put("version", version);
        json.put("pid", pid);
        json.put("network", network);
        return json;
    }

    public static Hello read(String line) {
        JsonFields fields = JsonFields.parse(line);
        return new Hello(
                fields.number("protocol", 0, Integer.MAX_VALUE),
                fields.text("version"),
                fields.number("pid"),
                fields.has("network") ? fields.text("network") : "");
    }
}
