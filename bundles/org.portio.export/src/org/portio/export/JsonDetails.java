// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portio.core.ProcessInfo;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;
import org.portio.core.process.Recognition;
import org.portio.export.ConnectionDetails.Owner;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** Writes the details of a socket and its owners; the names of times end in their unit. */
final class JsonDetails {

    private JsonDetails() {}

    static JsonValue of(Optional<SocketDetails> details) {
        return details.map(JsonDetails::of).orElse(JsonNull.INSTANCE);
    }

    /** Returns a flat list, one object for each thing that was recognized. */
    static JsonArray recognized(List<Owner> owners) {
        List<JsonObject> all = owners.stream()
                .flatMap(owner -> owner.recognized().stream().map(one -> recognition(owner.process(), one)))
                .toList();
        return JsonArray.of(all, one -> one);
    }

    private static JsonObject recognition(ProcessInfo process, Recognition recognition) {
        JsonObject json = new JsonObject();
        json.put("pid", process.pid());
        json.put("kind", recognition.kind().label());
        json.put("name", recognition.name());
        json.put("basis", recognition.basis());
        return json;
    }

    private static JsonValue of(SocketDetails details) {
        JsonObject json = new JsonObject();
        json.put("timer", details.timer() == null ? JsonNull.INSTANCE : timer(details.timer()));
        json.put("tcp", details.tcp() == null ? JsonNull.INSTANCE : tcp(details.tcp()));
        return json;
    }

    private static JsonObject timer(SocketTimer timer) {
        JsonObject json = new JsonObject();
        json.put("kind", timer.kind().label());
        json.put("remainingMillis", timer.remaining().toMillis());
        json.put("retransmissions", timer.retransmissions());
        return json;
    }

    private static JsonObject tcp(TcpMetrics tcp) {
        JsonObject json = new JsonObject();
        json.put("roundTripMicros", micros(tcp.roundTrip()));
        json.put("roundTripVariationMicros", micros(tcp.roundTripVariation()));
        json.put("minimumRoundTripMicros", micros(tcp.minimumRoundTrip()));
        json.put("bytesSent", known(tcp.bytesSent()));
        json.put("bytesAcknowledged", known(tcp.bytesAcknowledged()));
        json.put("bytesReceived", known(tcp.bytesReceived()));
        json.put("retransmissions", tcp.retransmissions());
        json.put("congestionWindow", tcp.congestionWindow());
        json.put("segmentSize", tcp.segmentSize());
        return json;
    }

    private static JsonValue micros(Duration time) {
        return JsonValue.of(time == null ? null : time.toNanos() / 1000);
    }

    private static JsonValue known(long number) {
        return JsonValue.of(number < 0 ? null : number);
    }
}
