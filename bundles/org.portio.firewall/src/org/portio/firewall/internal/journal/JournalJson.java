// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.time.Duration;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.internal.codec.RequestJson;
import org.portio.firewall.internal.journal.JournalEntry.Phase;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/** An entry of the journal as JSON. */
final class JournalJson {

    private static final List<String> KNOWN = List.of(
            "phase",
            "tag",
            "ports",
            "protocol",
            "direction",
            "verdict",
            "loopback",
            "cutExisting",
            "expiry",
            "seconds",
            "program",
            "controlGroup",
            "reason",
            "run",
            "backend",
            "since",
            "until",
            "boot",
            "network");

    private JournalJson() {}

    static JsonObject write(JournalEntry entry) {
        JsonObject json = entry.unknown().copy();
        BlockRequest request = entry.request();
        json.put("phase", entry.phase().name());
        json.put("tag", entry.tag().text());
        json.put("ports", request.ports());
        json.put("protocol", request.protocol().name());
        json.put("direction", request.direction().name());
        RequestJson.write(request, json);
        if (request.expiry().duration() != null) {
            json.put("seconds", request.expiry().duration().toSeconds());
        }
        json.put("reason", request.reason());
        if (!request.run().isEmpty()) {
            json.put("run", request.run());
        }
        json.put("backend", entry.backend());
        json.put("since", entry.since());
        if (entry.until() != null) {
            json.put("until", entry.until());
        }
        json.put("boot", entry.place().boot());
        return json.put("network", entry.place().network());
    }

    /** Fails with some RuntimeException if it is not an entry, or contradicts itself. */
    static JournalEntry read(JsonObject json) {
        JsonFields fields = JsonFields.of(json);
        JournalEntry entry = new JournalEntry(
                fields.constant("phase", Phase.class),
                RuleTag.parse(fields.text("tag")).orElseThrow(),
                request(fields),
                fields.text("backend"),
                fields.time("since"),
                fields.has("until") ? fields.time("until") : null,
                new Place(fields.text("boot"), fields.has("network") ? fields.text("network") : ""),
                json.without(KNOWN));
        check(entry);
        return entry;
    }

    private static BlockRequest request(JsonFields fields) {
        BlockRequest request = RequestJson.read(
                fields,
                new RequestJson.Match(
                        PortRange.parse(fields.text("ports")),
                        fields.constant("protocol", Protocol.class),
                        fields.constant("direction", Direction.class)),
                fields.has("seconds") ? Duration.ofSeconds(fields.number("seconds")) : null,
                fields.text("reason"));
        return fields.has("run") ? request.withRun(fields.text("run")) : request;
    }

    /** The tag says some of it again. */
    private static void check(JournalEntry entry) {
        RuleTag tag = entry.tag();
        BlockRequest request = entry.request();
        boolean agrees = tag.ports().equals(request.ports())
                && tag.protocol() == request.protocol()
                && tag.direction() == request.direction()
                && (request.expiry().kind() == Expiry.Kind.AFTER) == (entry.until() != null);
        if (!agrees || entry.backend().isBlank()) {
            throw new IllegalArgumentException("the entry contradicts itself");
        }
    }
}
