// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;
import org.portio.reservation.PortKey;
import org.portio.testrun.TestRun;

/** Leased ports as JSON, which {@code lease.schema.json} describes. */
final class LeaseJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private LeaseJson() {}

    /** Returns one document, without the end of its last line. */
    static String document(TestRun run, List<PortKey> ports, List<String> names, Instant time) {
        JsonObject head = JsonDocument.versioned(SCHEMA)
                .put("time", time)
                .put("lease", run.id())
                .put("until", run.until());
        return JsonDocument.of(head)
                .with("ports", IntStream.range(0, ports.size()).mapToObj(i -> json(ports.get(i), name(names, i))))
                .text();
    }

    private static String name(List<String> names, int index) {
        return index < names.size() ? names.get(index) : null;
    }

    private static JsonObject json(PortKey port, String name) {
        return new JsonObject()
                .put("protocol", port.protocol().label())
                .put("port", port.port())
                .put("name", name);
    }
}
