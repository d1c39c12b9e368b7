// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import com.google.gson.JsonObject;

/**
 * The first line that each side says. This line, and the requests "status" and "stop", are the same in every protocol, so
 * that each PortIO can tell of each other one, and end its keeper.
 *
 * @param protocol which requests are understood; the same number means the same requests, whatever the version
 * @param version of PortIO
 * @param pid of the one who says it
 */
record Hello(int protocol, String version, long pid) {

    static final int PROTOCOL = 1;

    static Hello ofThisProcess(String version) {
        return new Hello(PROTOCOL, version, ProcessHandle.current().pid());
    }

    boolean speaksOurs() {
        return protocol == PROTOCOL;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("protocol", protocol);
        json.addProperty("version", version);
        json.addProperty("pid", pid);
        return json;
    }

    static Hello read(String line) {
        Fields fields = Fields.parse(line);
        return new Hello(fields.number("protocol", 0, Integer.MAX_VALUE), fields.text("version"), fields.number("pid"));
    }
}
