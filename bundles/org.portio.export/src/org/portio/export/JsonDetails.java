// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;

/** How the details of a socket look; the names of times end in their unit. */
final class JsonDetails {

    private JsonDetails() {}

    static JsonElement of(Optional<SocketDetails> details) {
        return details.map(JsonDetails::of).orElse(JsonNull.INSTANCE);
    }

    private static JsonElement of(SocketDetails details) {
        JsonObject json = new JsonObject();
        json.add("timer", details.timer() == null ? JsonNull.INSTANCE : timer(details.timer()));
        json.add("tcp", details.tcp() == null ? JsonNull.INSTANCE : tcp(details.tcp()));
        return json;
    }

    private static JsonObject timer(SocketTimer timer) {
        JsonObject json = new JsonObject();
        json.addProperty("kind", timer.kind().label());
        json.addProperty("remainingMillis", timer.remaining().toMillis());
        json.addProperty("retransmissions", timer.retransmissions());
        return json;
    }

    private static JsonObject tcp(TcpMetrics tcp) {
        JsonObject json = new JsonObject();
        json.add("roundTripMicros", micros(tcp.roundTrip()));
        json.add("roundTripVariationMicros", micros(tcp.roundTripVariation()));
        json.add("minimumRoundTripMicros", micros(tcp.minimumRoundTrip()));
        json.add("bytesSent", known(tcp.bytesSent()));
        json.add("bytesAcknowledged", known(tcp.bytesAcknowledged()));
        json.add("bytesReceived", known(tcp.bytesReceived()));
        json.addProperty("retransmissions", tcp.retransmissions());
        json.addProperty("congestionWindow", tcp.congestionWindow());
        json.addProperty("segmentSize", tcp.segmentSize());
        return json;
    }

    private static JsonElement micros(Duration time) {
        return Json.value(time == null ? null : time.toNanos() / 1000);
    }

    private static JsonElement known(long number) {
        return Json.value(number < 0 ? null : number);
    }
}
