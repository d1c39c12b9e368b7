// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.journal.JournalEntry.Phase;
import org.portio.firewall.spi.RuleTag;

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
            "backend",
            "since",
            "until",
            "boot",
            "network");

    private JournalJson() {}

    static JsonObject write(JournalEntry entry) {
        JsonObject json = entry.unknown().deepCopy();
        BlockRequest request = entry.request();
        json.addProperty("phase", entry.phase().name());
        json.addProperty("tag", entry.tag().text());
        json.addProperty("ports", request.ports().toString());
        json.addProperty("protocol", request.protocol().name());
        json.addProperty("direction", request.direction().name());
        json.addProperty("verdict", request.verdict().name());
        json.addProperty("loopback", request.loopback());
        json.addProperty("cutExisting", request.cutExisting());
        json.addProperty("expiry", request.expiry().kind().name());
        if (request.expiry().duration() != null) {
            json.addProperty("seconds", request.expiry().duration().toSeconds());
        }
        json.addProperty("program", request.program());
        json.addProperty("controlGroup", request.controlGroup());
        json.addProperty("reason", request.reason());
        json.addProperty("backend", entry.backend());
        json.addProperty("since", entry.since().toString());
        if (entry.until() != null) {
            json.addProperty("until", entry.until().toString());
        }
        json.addProperty("boot", entry.place().boot());
        json.addProperty("network", entry.place().network());
        return json;
    }

    /** Fails with some RuntimeException if it is not an entry, or contradicts itself. */
    static JournalEntry read(JsonObject json) {
        JsonObject unknown = json.deepCopy();
        KNOWN.forEach(unknown::remove);
        JournalEntry entry = new JournalEntry(
                Phase.valueOf(text(json, "phase")),
                RuleTag.parse(text(json, "tag")).orElseThrow(),
                request(json),
                text(json, "backend"),
                Instant.parse(text(json, "since")),
                json.has("until") ? Instant.parse(text(json, "until")) : null,
                new Place(text(json, "boot"), json.has("network") ? text(json, "network") : ""),
                unknown);
        check(entry);
        return entry;
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

    private static BlockRequest request(JsonObject json) {
        Expiry.Kind kind = Expiry.Kind.valueOf(text(json, "expiry"));
        return new BlockRequest(
                new Traffic(
                        PortRange.parse(text(json, "ports")),
                        Protocol.valueOf(text(json, "protocol")),
                        Direction.valueOf(text(json, "direction")),
                        truth(json, "loopback")),
                new Treatment(Verdict.valueOf(text(json, "verdict")), truth(json, "cutExisting")),
                new Subject(text(json, "program"), text(json, "controlGroup")),
                new Expiry(
                        kind,
                        json.has("seconds")
                                ? Duration.ofSeconds(json.get("seconds").getAsLong())
                                : null),
                text(json, "reason"));
    }

    private static String text(JsonObject json, String key) {
        JsonPrimitive value = json.get(key).getAsJsonPrimitive();
        if (!value.isString()) {
            throw new IllegalArgumentException(key + " is not a text");
        }
        return value.getAsString();
    }

    private static boolean truth(JsonObject json, String key) {
        JsonPrimitive value = json.get(key).getAsJsonPrimitive();
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(key + " is neither true nor false");
        }
        return value.getAsBoolean();
    }
}
